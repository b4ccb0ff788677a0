package dev.bellwether.trend.measure.nab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The benchmark's files, where they are there. */
final class NabFiles {

  private NabFiles() {}

  /** The folder, or a loud skip. */
  static Path folder() {
    var given = System.getenv("BELLWETHER_SHARED");
    Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
    Path folder = shared.resolve("data/nab").toAbsolutePath().normalize();
    if (!Files.isDirectory(folder)) {
      System.err.println("SKIPPED: needs the folder " + folder + ", which is not there");
    }
    assumeTrue(
        Files.isDirectory(folder), "SKIPPED: needs the folder " + folder + ", which is not there");
    return folder;
  }

  static List<LabelledSeries> category(String category) throws IOException {
    return NabCorpus.read(folder()).stream()
        .filter(series -> series.category().equals(category))
        .toList();
  }

  /** Another detector's anomaly scores of one series, as it published them. */
  static double[] published(String detector, LabelledSeries series) throws IOException {
    Path file =
        folder()
            .resolve("results")
            .resolve(detector)
            .resolve(series.category())
            .resolve(detector + "_" + series.file());
    return Files.readAllLines(file).stream()
        .skip(1)
        .filter(line -> !line.isBlank())
        .mapToDouble(line -> Double.parseDouble(line.split(",")[2]))
        .toArray();
  }
}
