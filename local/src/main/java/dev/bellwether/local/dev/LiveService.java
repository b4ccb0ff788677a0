package dev.bellwether.local.dev;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.SuiteException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A service under Quarkus' live reload, on this process' terminal. */
final class LiveService implements AutoCloseable {

  private final Path root;
  private final Path maven;
  private final Component service;
  private final AtomicReference<Process> process = new AtomicReference<>();

  LiveService(Path root, Path maven, Component service) {
    this.root = root;
    this.maven = maven;
    this.service = service;
  }

  /**
   * Runs until the service ends, or {@link #close()}.
   *
   * @return Maven's exit code
   */
  int run(Map<String, String> environment) throws InterruptedException {
    var builder = new ProcessBuilder(command()).directory(root.toFile()).inheritIO();
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      var started = builder.start();
      process.set(started);
      return started.waitFor();
    } catch (IOException e) {
      throw new SuiteException("cannot start %s: %s".formatted(maven, e.getMessage()), e);
    }
  }

  /** Ends Maven and the service, which is a process of Maven's. */
  @Override
  public void close() {
    var running = process.get();
    if (running == null) {
      return;
    }
    var all = running.toHandle().descendants().toList();
    running.destroy();
    all.forEach(ProcessHandle::destroy);
    for (var handle : all) {
      handle.onExit().join();
    }
  }

  private List<String> command() {
    return List.of(
        maven.toString(),
        "-q",
        "-pl",
        service.module(),
        "-am",
        "compile",
        "quarkus:dev",
        "-DskipTests",
        "-Dquarkus.analytics.disabled=true",
        // otherwise a quarter of the machine's memory
        "-Djvm.args=-Xmx512m");
  }
}
