package dev.bellwether.local.bench;

import dev.bellwether.embedded.ChildEnvironment;
import dev.bellwether.embedded.Lifeline;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.EnvironmentFile;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.suite.ResidentMemory;
import dev.bellwether.local.suite.SuiteException;
import dev.bellwether.local.suite.SuiteState;
import dev.bellwether.local.supervision.Ending;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A packaged service in a JVM of the benchmark's choice, beside a suite without it. Its CPU time is
 * the process', compilers and collector included.
 */
final class MeasuredService implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Process process;

  private MeasuredService(Process process) {
    this.process = process;
  }

  /** Options of a JVM as {@code ./bellwether up} gives the service: the first compiler only. */
  static List<String> asUp(Component service) {
    return Stream.concat(withBothCompilers(service).stream(), Stream.of("-XX:TieredStopAtLevel=1"))
        .toList();
  }

  /** The same, with the second compiler too, as a cluster has it. */
  static List<String> withBothCompilers(Component service) {
    return List.of("-Xmx" + service.heapMegabytes() + "m", "-XX:+UseSerialGC");
  }

  /**
   * Returns when the service is ready.
   *
   * @param options of its JVM
   * @throws SuiteException when it does not come up
   */
  static MeasuredService start(Path root, DataDir dataDir, Component service, List<String> options)
      throws InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(Leftovers.mark(dataDir));
    command.addAll(options);
    command.add("-jar");
    command.add(service.jar(root).toString());
    var log = dataDir.log(service.label());
    var builder = ChildEnvironment.clean(new ProcessBuilder(command));
    builder.directory(dataDir.path().toFile());
    builder.environment().putAll(EnvironmentFile.of(dataDir, service).read());
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    try {
      var measured = new MeasuredService(builder.start());
      Lifeline.tie(measured.process, Ending.TERM.signal());
      measured.awaitReady(SuiteState.read(dataDir).url(service), log);
      return measured;
    } catch (IOException e) {
      throw new SuiteException("cannot start " + service.label() + ": " + e.getMessage(), e);
    }
  }

  private void awaitReady(String url, Path log) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http, url)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          close();
          throw new SuiteException("the service does not come up; its log: " + log);
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private static boolean isReady(HttpClient http, String url) throws InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the process has used of all cores so far, compilers and garbage collection included. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  long residentBytes() {
    return ResidentMemory.ofOne(process.toHandle());
  }

  @Override
  public void close() {
    Ending.TERM.end(List.of(process.toHandle()));
  }
}
