package dev.bellwether.campaign;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data beside the project, which is no part of it. */
public final class SharedFiles {

  private SharedFiles() {}

  /** Skips the test, and says so, where the file is not there. */
  public static Path file(String name) {
    var given = System.getenv("BELLWETHER_SHARED");
    Path shared = given == null ? Path.of("..", "..", "shared") : Path.of(given);
    Path file = shared.resolve("data").resolve(name).toAbsolutePath().normalize();
    assumeTrue(Files.exists(file), "SKIPPED: needs " + file + ", which is not there");
    return file;
  }
}
