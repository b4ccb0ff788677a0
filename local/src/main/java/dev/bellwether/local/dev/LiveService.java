package dev.bellwether.local.dev;

import dev.bellwether.embedded.ChildEnvironment;
import dev.bellwether.embedded.Lifeline;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.supervision.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A service under Quarkus' live reload, on this process' terminal. */
final class LiveService implements AutoCloseable {

  private final Path root;
  private final Path maven;
  private final Component service;
  private final DataDir dataDir;
  private final Ending ending;
  private final AtomicReference<Process> process = new AtomicReference<>();
  private final AtomicBoolean closing = new AtomicBoolean();

  LiveService(Path root, Path maven, Component service, DataDir dataDir, Ending ending) {
    this.root = root;
    this.maven = maven;
    this.service = service;
    this.dataDir = dataDir;
    this.ending = ending;
  }

  /**
   * Runs until the service ends, or {@link #close()}.
   *
   * @return Maven's exit code
   */
  int run(Map<String, String> environment) throws InterruptedException {
    var builder = ChildEnvironment.clean(new ProcessBuilder(command()));
    builder.directory(root.toFile()).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      var started = builder.start();
      Lifeline.tie(started, Ending.TERM.signal());
      process.set(started);
      if (closing.get()) {
        close();
      }
      return started.waitFor();
    } catch (IOException e) {
      throw new SuiteException("cannot start %s: %s".formatted(maven, e.getMessage()), e);
    }
  }

  /** Ends Maven and the service, which is a process of Maven's. Returns when both are gone. */
  @Override
  public void close() {
    closing.set(true);
    var started = process.get();
    if (started == null) {
      return;
    }
    var maven = started.toHandle();
    // a service that has outlived Maven is nobody's descendant: it is found by its mark
    ending.end(
        Stream.of(maven.descendants(), Stream.of(maven), Leftovers.carrying(ownMark()))
            .flatMap(processes -> processes)
            .distinct()
            .toList());
  }

  private List<String> command() {
    var folder = Leftovers.mark(dataDir);
    return List.of(
        maven.toString(),
        // on Maven's own command line, and below on the service's: what is left of a launcher that
        // was killed is known by it
        folder,
        ownMark(),
        "-q",
        "-pl",
        service.module(),
        "-am",
        "compile",
        "quarkus:dev",
        "-DskipTests",
        "-Dquarkus.analytics.disabled=true",
        // the heap would be a quarter of the machine's memory otherwise
        "-Djvm.args=-Xmx512m '%s' %s".formatted(folder, ownMark()));
  }

  /** Tells what this very launcher started from the suite's other processes. */
  private static String ownMark() {
    return "-Dbellwether.live=" + ProcessHandle.current().pid();
  }
}
