package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the models, which are not in the repository. */
public final class ModelFolder {

  private ModelFolder() {}

  /** The folder, or a skipped test that names it. */
  public static Path get() {
    var given = System.getProperty("bellwether.phrases.models");
    var folder =
        given == null
            ? Path.of(System.getProperty("bellwether.root", ".."), ".bellwether", "phrases")
            : Path.of(given);
    assumeTrue(
        Files.isDirectory(folder),
        "SKIPPED: needs the models in "
            + folder.toAbsolutePath().normalize()
            + ": ./bellwether models phrases fetches them");
    return folder;
  }
}
