package dev.bellwether.ingest.hygiene.duplicate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The posts of CrisisLex T6 by id, in the order of their files; the set lies outside the project.
 */
final class CrisisTweets {

  private static final Pattern ROW =
      Pattern.compile("'(\\d+)',\"((?:[^\"]|\"\")*)\",[\\w-]+\\r?\\n?");

  private CrisisTweets() {}

  /** Where the shared data lies, seen from a module's folder. */
  static Path sharedData() {
    return Path.of("../../shared/data").toAbsolutePath().normalize();
  }

  /**
   * @param data a folder with {@code crisislex/T6} in it
   */
  static Map<String, String> in(Path data) throws IOException {
    List<Path> files;
    try (var list = Files.list(data.resolve("crisislex/T6"))) {
      files = list.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
    var tweets = new LinkedHashMap<String, String>();
    for (Path file : files) {
      var rows = ROW.matcher(Files.readString(file));
      while (rows.find()) {
        tweets.putIfAbsent(rows.group(1), rows.group(2).replace("\"\"", "\""));
      }
    }
    return tweets;
  }
}
