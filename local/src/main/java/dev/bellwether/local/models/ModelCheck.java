package dev.bellwether.local.models;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Whether a folder holds the right files. The packaged sentiment service says so: it alone knows
 * their checksums, and it looks again before it loads them.
 */
record ModelCheck(Path root) {

  private static final String CHECK = "dev.bellwether.sentiment.phrases.CheckCommand";

  /**
   * What is wrong with the files, in one line; empty where they are right.
   *
   * @throws SuiteException when the service is not built
   */
  Optional<String> complaint(Path folder) throws InterruptedException {
    var packaged = Component.SENTIMENT.jar(root).getParent();
    var classPath =
        String.join(
            File.pathSeparator,
            packaged.resolve("app") + "/*",
            packaged.resolve("lib/main") + "/*");
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            CHECK,
            folder.toString());
    try {
      var process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).start();
      var said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (IOException e) {
      throw new SuiteException("cannot start java: " + e.getMessage(), e);
    }
  }
}
