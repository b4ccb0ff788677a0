package dev.bellwether.local.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a script in Maven's place: what it is asked for, and what becomes of what it unpacks. */
class ModelFetchTest {

  @TempDir Path root;

  private Path maven(String then) throws IOException {
    var program = root.resolve("mvn");
    Files.writeString(
        program,
        """
        #!/bin/sh
        echo "$@" > "$PWD/asked"
        for last; do :; done
        into=${last#-Dphrases.into=}
        """
            + then);
    assertTrue(program.toFile().setExecutable(true));
    return program;
  }

  @Test
  void theFilesReplaceFormerOnesAndWhatElseIsThereStays() throws Exception {
    var folder = Files.createDirectory(root.resolve("models"));
    Files.writeString(folder.resolve("a.gz"), "old");
    Files.writeString(folder.resolve("mine.txt"), "mine");
    new ModelFetch(root, maven("echo new > $into/a.gz; echo new > $into/b.gz")).into(folder, false);
    assertEquals("new\n", Files.readString(folder.resolve("a.gz")));
    assertEquals("new\n", Files.readString(folder.resolve("b.gz")));
    assertEquals("mine", Files.readString(folder.resolve("mine.txt")));
    assertFalse(Files.exists(folder.resolve("fetching")));
    assertEquals(
        "-B -pl sentiment-service -Pphrase-models dependency:unpack@phrase-models -Dphrases.into="
            + folder.resolve("fetching"),
        Files.readString(root.resolve("asked")).strip());
  }

  @Test
  void whatMavenLeftHalfDoneIsNoModelAndTheNextTryBeginsAnew() throws Exception {
    var folder = Files.createDirectory(root.resolve("models"));
    var failing = new ModelFetch(root, maven("echo half > $into/a.gz; exit 1"));
    assertThrows(SuiteException.class, () -> failing.into(folder, false));
    assertFalse(Files.exists(folder.resolve("a.gz")));
    new ModelFetch(root, maven("echo whole > $into/b.gz")).into(folder, false);
    assertFalse(Files.exists(folder.resolve("a.gz")));
    assertEquals("whole\n", Files.readString(folder.resolve("b.gz")));
  }
}
