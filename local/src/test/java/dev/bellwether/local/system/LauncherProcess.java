package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.SuiteState;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** {@code bellwether up} in a process of its own, so that it can be killed. */
final class LauncherProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final DataDir dataDir;
  private final Path output;
  private final Process process;

  private LauncherProcess(DataDir dataDir, Path output, Process process) {
    this.dataDir = dataDir;
    this.output = output;
    this.process = process;
  }

  static LauncherProcess start(DataDir dataDir, int port, String... more) throws IOException {
    Files.createDirectories(dataDir.path());
    var output = dataDir.path().resolve("up.out");
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dbellwether.root=" + SharedData.root(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.bellwether.local.Bellwether",
            "up",
            "--data-dir",
            dataDir.path().toString(),
            "--port",
            Integer.toString(port)));
    command.addAll(List.of(more));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(output.toFile()))
            .start();
    return new LauncherProcess(dataDir, output, process);
  }

  /** Returns when every part is ready; fails at once, with what it said, when it ends instead. */
  LauncherProcess awaitReady() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .failFast(() -> assertTrue(process.isAlive(), "the launcher ended: " + said()))
        .until(() -> running().filter(Running::ready).isPresent());
    return this;
  }

  /** What this very launcher, not one before it, notes of itself. */
  Optional<Running> running() {
    return Running.read(dataDir).filter(running -> running.launcher().pid() == process.pid());
  }

  ProcessHandle part(Component component) {
    return running().flatMap(running -> running.process(component)).orElseThrow();
  }

  GatewayClient gateway() {
    var state = SuiteState.read(dataDir);
    return new GatewayClient(state.url(Component.GATEWAY), state.apiKey());
  }

  /** As {@code kill -9}: nothing of its own can run any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** All that launchers of this folder have printed. */
  String said() throws IOException {
    return Files.readString(output);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }
}
