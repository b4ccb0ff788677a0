package dev.bellwether.local.system;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The public data sets beside the checkout, which are not in the repository. */
final class SharedData {

  private SharedData() {}

  /** A folder or file below the shared data; skips the test, and says so, where it is missing. */
  static Path at(String relative) {
    String configured = System.getenv("BELLWETHER_SHARED");
    Path shared = configured == null ? root().resolveSibling("shared") : Path.of(configured);
    Path path = shared.resolve("data").resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(path), "SKIPPED: " + path + " is missing; BELLWETHER_SHARED names the folder");
    return path;
  }

  /** The checkout. */
  static Path root() {
    return Path.of(System.getProperty("bellwether.root")).toAbsolutePath();
  }
}
