package dev.bellwether.local.suite;

import java.io.File;
import java.io.IOException;
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
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new SuiteException("cannot start java: " + e.getMessage(), e);
    }
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
