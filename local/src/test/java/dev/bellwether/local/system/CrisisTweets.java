package dev.bellwether.local.system;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * CrisisLex T6, counted by the test itself, so that the suite's counts are held against something
 * else than themselves.
 */
final class CrisisTweets {

  /** A keyword for each crisis; the last one is about none of them. */
  static final Map<String, List<String>> MONITORS = monitors();

  private final Path folder;

  CrisisTweets(Path folder) {
    this.folder = folder;
  }

  private static Map<String, List<String>> monitors() {
    var monitors = new LinkedHashMap<String, List<String>>();
    monitors.put("Hurricane Sandy", List.of("sandy", "hurricane"));
    monitors.put("Alberta floods", List.of("yycflood", "abflood", "calgary"));
    monitors.put("Boston bombings", List.of("boston marathon", "#prayforboston"));
    monitors.put("Oklahoma tornado", List.of("tornado"));
    monitors.put("Queensland floods", List.of("qldfloods", "bundaberg"));
    monitors.put("West, Texas", List.of("west texas", "explosion"));
    monitors.put("Everyday life", List.of("lol", "love"));
    return monitors;
  }

  List<Path> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Texts by id; of an id that comes twice, the first in file order, since the sort by time keeps
   * the order of equals.
   */
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    for (Path file : files()) {
      try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
        csv.stream().skip(1).forEach(row -> texts.putIfAbsent(row.getField(0), row.getField(1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  /** How many tweets hold a keyword of each monitor, by regular expressions. */
  Map<String, Integer> mentionsByMonitor() {
    var counts = new TreeMap<String, Integer>();
    List<String> texts = List.copyOf(texts().values());
    MONITORS.forEach(
        (name, keywords) -> {
          List<Pattern> patterns = keywords.stream().map(CrisisTweets::wholeWords).toList();
          long matching =
              texts.stream()
                  .filter(text -> patterns.stream().anyMatch(p -> p.matcher(text).find()))
                  .count();
          counts.put(name, (int) matching);
        });
    return counts;
  }

  private static Pattern wholeWords(String keyword) {
    String words = keyword.replace(" ", "[^\\p{L}\\p{M}\\p{N}_]+");
    return Pattern.compile(
        "(?<![\\p{L}\\p{M}\\p{N}_])" + words + "(?![\\p{L}\\p{M}\\p{N}_])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
