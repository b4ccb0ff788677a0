package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentFileTest {

  private static final Map<String, String> AWKWARD =
      Map.of("URL", "jdbc:postgresql://h/db?a=1&b=2", "PASSWORD", "it's $5 #1", "PORT", "8081");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadAgainByUsAndByAShell() throws Exception {
    var file = EnvironmentFile.of(new DataDir(folder), Component.INGEST);
    file.write(AWKWARD);
    assertEquals(AWKWARD, file.read());
    for (var name : AWKWARD.keySet()) {
      var shell =
          new ProcessBuilder("/bin/sh", "-c", ". " + file.path() + "; printf %s \"$" + name + "\"")
              .start();
      assertEquals(
          AWKWARD.get(name),
          new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void onlyItsOwnerReadsIt() throws Exception {
    var file = EnvironmentFile.of(new DataDir(folder), Component.GATEWAY);
    file.write(AWKWARD);
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
  }

  @Test
  void aServiceThatWasNotLeftOutHasNone() {
    var file = EnvironmentFile.of(new DataDir(folder), Component.TREND);
    var thrown = assertThrows(SuiteException.class, file::read);
    assertTrue(thrown.getMessage().contains("trend.env is missing"), thrown.getMessage());
  }
}
