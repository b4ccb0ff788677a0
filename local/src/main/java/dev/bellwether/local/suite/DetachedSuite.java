package dev.bellwether.local.suite;

import dev.bellwether.embedded.OwnSession;
import dev.bellwether.local.backends.BackendOptions;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.ExternalPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A launcher of its own in the background, the same as in the foreground but for its output. */
record DetachedSuite(
    DataDir dataDir,
    OptionalInt gatewayPort,
    Backends backends,
    Set<Component> without,
    Optional<Path> phrases) {

  static final String LAUNCHER = "launcher";

  /**
   * Returns when the suite is ready.
   *
   * @throws SuiteException with what the launcher said, when it ended instead
   */
  SuiteState start() throws IOException, InterruptedException {
    dataDir.make();
    // the log of a launcher that runs already must not be begun anew
    SuiteLock.take(dataDir).close();
    var log = dataDir.log(LAUNCHER);
    var builder = new ProcessBuilder(OwnSession.of(command()));
    backends
        .postgres()
        .flatMap(ExternalPostgres::password)
        .ifPresent(p -> builder.environment().put(BackendOptions.PASSWORD_VARIABLE, p.value()));
    var launcher =
        builder
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(log.toFile()))
            .start();
    while (!launcher.waitFor(200, TimeUnit.MILLISECONDS)) {
      if (Running.read(dataDir)
          .filter(r -> r.ready() && r.launcher().pid() == launcher.pid())
          .isPresent()) {
        return SuiteState.read(dataDir);
      }
    }
    throw new SuiteException(Files.readString(log).strip());
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dbellwether.root=" + Where.root()));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "dev.bellwether.local.Bellwether"));
    command.addAll(List.of("up", UpCommand.BACKGROUND, "--data-dir", dataDir.path().toString()));
    gatewayPort.ifPresent(port -> command.addAll(List.of("--port", Integer.toString(port))));
    without.forEach(service -> command.addAll(List.of("--without", service.label())));
    phrases.ifPresent(folder -> command.add("--phrases=" + folder));
    backends
        .kafka()
        .ifPresent(
            kafka -> {
              command.addAll(List.of("--kafka", kafka.bootstrapServers()));
              kafka
                  .config()
                  .ifPresent(file -> command.addAll(List.of("--kafka-config", file.toString())));
            });
    backends.postgres().ifPresent(p -> command.addAll(List.of("--postgres", p.address().url())));
    return command;
  }
}
