package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.text.PostTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brown clusters (Brown et al., Computational Linguistics 1992) as Owoputi et al. (NAACL 2013)
 * publish theirs: path of bits, tab, word, tab, count. A word's vector has a 1 for each beginning
 * of its path.
 */
final class ClusterFile {

  private ClusterFile() {}

  private record Entry(String path, String word, long count) {}

  /**
   * @param prefixes lengths of the paths' beginnings that count; a path one bit shorter stands
   *     whole, one shorter still has no such beginning
   * @param most only so many words, the most frequent
   * @throws IOException naming the line that is not as above
   */
  static ListedVectors read(Path file, List<Integer> prefixes, int most, PostTokenizer tokenizer)
      throws IOException {
    var entries = entries(file);
    entries.sort(Comparator.comparingLong(Entry::count).reversed());
    var builder = new ListedVectors.Builder(tokenizer);
    Map<String, Integer> dimensions = new HashMap<>();
    for (var entry : entries.subList(0, Math.min(most, entries.size()))) {
      var places =
          prefixes.stream()
              .filter(length -> entry.path().length() > length - 2)
              .map(length -> entry.path().substring(0, Math.min(length, entry.path().length())))
              .distinct()
              .mapToInt(beginning -> place(beginning, dimensions))
              .toArray();
      var ones = new float[places.length];
      java.util.Arrays.fill(ones, 1);
      builder.add(entry.word(), places, ones);
    }
    return builder.build(dimensions.size());
  }

  private static int place(String beginning, Map<String, Integer> dimensions) {
    var known = dimensions.putIfAbsent(beginning, dimensions.size());
    return known == null ? dimensions.get(beginning) : known;
  }

  private static List<Entry> entries(Path file) throws IOException {
    var entries = new ArrayList<Entry>();
    int number = 0;
    for (var line : Files.readAllLines(file)) {
      number++;
      var columns = line.split("\t");
      if (columns.length < 3 || !columns[0].matches("[01]+") || !columns[2].matches("\\d{1,15}")) {
        throw new IOException(
            file + ", line " + number + ": expected bits, a tab, a word, a tab, a count");
      }
      entries.add(new Entry(columns[0], columns[1], Long.parseLong(columns[2])));
    }
    return entries;
  }
}
