package dev.bellwether.trend.measure.forecast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the series lie: NAB's layout {@code data/<category>/*.csv}, or csv files in one folder. */
record SeriesFolder(Path folder) {

  static final String CATEGORY = "realTweets";

  /**
   * @param category of NAB's; null for {@value #CATEGORY}
   * @return its csv files by name, at least one
   * @throws IOException naming the folder and what to give instead
   */
  List<Path> files(String category) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is no folder; give NAB's or one with csv files");
    }
    var data = folder.resolve("data");
    if (!Files.isDirectory(data)) {
      if (category != null) {
        throw new IOException(
            "%s has no folder data with categories in it; leave --category out".formatted(folder));
      }
      return csv(folder);
    }
    var asked = data.resolve(category == null ? CATEGORY : category);
    if (!Files.isDirectory(asked)) {
      throw new IOException(
          "%s has no category %s; it has %s".formatted(folder, asked.getFileName(), names(data)));
    }
    return csv(asked);
  }

  private static List<String> names(Path data) throws IOException {
    try (var entries = Files.list(data)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<Path> csv(Path of) throws IOException {
    try (var entries = Files.list(of)) {
      var files = entries.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
      if (files.isEmpty()) {
        throw new IOException(of + " holds no .csv file with rows timestamp,value");
      }
      return files;
    }
  }
}
