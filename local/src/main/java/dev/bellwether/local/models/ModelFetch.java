package dev.bellwether.local.models;

import dev.bellwether.embedded.ChildEnvironment;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.SuiteException;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has Maven download the jars and take the files out of them: sentiment-service's profile {@code
 * phrase-models} says which. Maven shows its progress on this process' terminal.
 */
record ModelFetch(Path root, Path maven) {

  /** Beside the files, where half of them after Ctrl-C are not taken for whole ones. */
  private static final String ASIDE = "fetching";

  /**
   * @param folder gets the files; what else is in it stays
   * @param progress whether a person watches: then Maven counts the megabytes
   * @throws SuiteException when Maven fails, whose words are on the terminal
   */
  void into(Path folder, boolean progress) throws IOException, InterruptedException {
    var aside = Files.createDirectories(folder.resolve(ASIDE));
    empty(aside);
    var builder = ChildEnvironment.clean(new ProcessBuilder(command(aside, progress)));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int exit =
        builder
            .directory(root.toFile())
            .inheritIO()
            .redirectInput(Redirect.from(new File("/dev/null")))
            .start()
            .waitFor();
    if (exit != 0) {
      throw new SuiteException(
          "Maven could not fetch the models; what it said stands above. The next try goes on where this one stopped");
    }
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.toList()) {
        Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.delete(aside);
  }

  private List<String> command(Path aside, boolean progress) {
    var command = new ArrayList<>(List.of(maven.toString()));
    if (!progress) {
      command.add("-B");
    }
    command.addAll(
        List.of(
            "-pl",
            Component.SENTIMENT.module(),
            "-Pphrase-models",
            "dependency:unpack@phrase-models",
            "-Dphrases.into=" + aside));
    return command;
  }

  private static void empty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
