package dev.bellwether.local.suite;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A main class of a packaged service, run by itself: no broker, no database. It prints to this
 * process' terminal.
 *
 * @param fromTests whether it stands among the service's tests, with labelled data that no service
 *     carries
 */
public record ServiceProgram(Path root, Component service, String mainClass, boolean fromTests) {

  private static final List<String> ROOMY = List.of("-Xmx1g", "-XX:+UseSerialGC");

  /**
   * @return its exit code
   * @throws SuiteException when it is not built
   */
  public int run(List<String> arguments) throws InterruptedException {
    return run(ROOMY, arguments);
  }

  /**
   * @param options of its JVM
   * @return its exit code
   * @throws SuiteException when it is not built
   */
  public int run(List<String> options, List<String> arguments) throws InterruptedException {
    try {
      return new ProcessBuilder(command(options, arguments)).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new SuiteException("cannot start java: " + e.getMessage(), e);
    }
  }

  /**
   * What a program left behind.
   *
   * @param text all it printed on stdout
   */
  public record Output(int exit, String text) {}

  /**
   * Keeps what it prints on stdout from the terminal; its progress still goes there.
   *
   * @throws SuiteException when it is not built
   */
  public Output collect(List<String> arguments) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command(ROOMY, arguments))
              .redirectInput(Redirect.INHERIT)
              .redirectError(Redirect.INHERIT)
              .start();
      var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Output(process.waitFor(), text);
    } catch (IOException e) {
      throw new SuiteException("cannot run java: " + e.getMessage(), e);
    }
  }

  private List<String> command(List<String> options, List<String> arguments) {
    if (!Files.exists(service.jar(root))) {
      throw new SuiteException(service.jar(root) + " is missing: build the suite with mvn package");
    }
    var packaged = service.jar(root).getParent();
    var classPath =
        new ArrayList<>(
            List.of(packaged.resolve("app") + "/*", packaged.resolve("lib/main") + "/*"));
    if (fromTests) {
      classPath.add(testClasses().toString());
    }
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private Path testClasses() {
    var classes = root.resolve(service.module()).resolve("target/test-classes");
    if (!Files.exists(classes.resolve(mainClass.replace('.', '/') + ".class"))) {
      throw new SuiteException(
          "its labelled data stands among the tests, which are not built: mvn -pl %s -am test-compile"
              .formatted(service.module()));
    }
    return classes;
  }
}
