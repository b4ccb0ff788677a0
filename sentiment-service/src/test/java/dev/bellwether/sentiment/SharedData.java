package dev.bellwether.sentiment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the data sets that are not in the repository. */
public final class SharedData {

  private SharedData() {}

  /** The folder, or a skipped test that names it. */
  public static Path folder(String relative) {
    var shared = System.getenv("BELLWETHER_SHARED");
    var root =
        shared == null
            ? Path.of(System.getProperty("bellwether.root", ".."), "..", "shared")
            : Path.of(shared);
    var folder = root.resolve("data").resolve(relative).toAbsolutePath().normalize();
    assumeTrue(
        Files.isDirectory(folder),
        "SKIPPED: needs the data folder " + folder + ", which is not there");
    return folder;
  }
}
