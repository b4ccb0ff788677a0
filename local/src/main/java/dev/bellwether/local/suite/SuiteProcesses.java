package dev.bellwether.local.suite;

import dev.bellwether.embedded.ChildEnvironment;
import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.embedded.KafkaBroker;
import dev.bellwether.embedded.Lifeline;
import dev.bellwether.embedded.OwnSession;
import dev.bellwether.embedded.PostgresServer;
import dev.bellwether.embedded.PostgresSettings;
import dev.bellwether.local.supervision.ChildSpec;
import dev.bellwether.local.supervision.Ending;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How each part of the suite is run as a process of its own.
 *
 * @param phrases the folder of the phrase models, where phrases are switched on
 * @param backing what services are told of broker and database; absent while these start
 */
record SuiteProcesses(
    Path root,
    DataDir dataDir,
    SuiteState state,
    Optional<Path> phrases,
    Optional<Backing> backing) {

  static final Ending DATABASE_ENDING =
      new Ending(PostgresServer.STOP_SIGNAL, Duration.ofSeconds(20));

  /** Names options for the services' and the broker's JVMs, apart by blanks. */
  static final String OPTIONS = "BELLWETHER_JAVA_OPTS";

  /** The phrase models take 640 MB of it; less makes every collection a full one. */
  private static final int HEAP_FOR_PHRASES = 1_536;

  private static final long LONGEST_LOG = 16L << 20;

  ChildSpec broker() {
    return new ChildSpec(
        Component.BROKER.label(),
        () ->
            java(
                Component.BROKER,
                List.of(
                    "-cp",
                    classPath(),
                    KafkaBroker.class.getName(),
                    dataDir.kafka().toString(),
                    Integer.toString(state.port(Component.BROKER))),
                Map.of()),
        Ending.TERM);
  }

  ChildSpec database() {
    return new ChildSpec(
        Component.DATABASE.label(), () -> startDatabase().process(), DATABASE_ENDING);
  }

  private PostgresServer startDatabase() throws IOException {
    return PostgresServer.start(
        PostgresSettings.in(dataDir.postgres())
            .loggingTo(freshEnough(dataDir.log(Component.DATABASE.label())))
            .onPort(state.port(Component.DATABASE)));
  }

  ChildSpec service(Component service) {
    return new ChildSpec(
        service.label(),
        () -> java(service, List.of("-jar", service.jar(root).toString()), environment(service)),
        Ending.TERM);
  }

  /**
   * @throws SuiteException naming the service that has not been built
   */
  void checkBuilt() {
    for (var service : Component.services()) {
      if (!Files.exists(service.jar(root))) {
        throw new SuiteException(
            service.jar(root) + " is missing: build the suite with mvn package");
      }
    }
  }

  private Process java(Component component, List<String> arguments, Map<String, String> environment)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // first, where every system still shows it: what a killed launcher left is known by it
    command.add(Leftovers.mark(dataDir));
    command.add("-Xmx" + heapMegabytes(component) + "m");
    command.add("-XX:+UseSerialGC");
    // On two cores the second compiler costs more than it gains in the first minutes: see
    // docs/benchmarks.md
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(ownOptions());
    command.addAll(arguments);
    var builder = ChildEnvironment.clean(new ProcessBuilder(OwnSession.of(command)));
    builder.directory(dataDir.path().toFile());
    builder.environment().putAll(environment);
    // glibc would give every thread a heap of its own
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    builder
        .redirectInput(Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(freshEnough(dataDir.log(component.label())).toFile()));
    var process = builder.start();
    Lifeline.tie(process, Ending.TERM.signal());
    return process;
  }

  private int heapMegabytes(Component component) {
    return component == Component.SENTIMENT && phrases.isPresent()
        ? HEAP_FOR_PHRASES
        : component.heapMegabytes();
  }

  /** What somebody wants of the JVMs instead; of two settings of one thing the later holds. */
  private static List<String> ownOptions() {
    var options = System.getenv(OPTIONS);
    return options == null || options.isBlank()
        ? List.of()
        : List.of(options.strip().split("\\s+"));
  }

  /** Ours, so that it also holds in the child's working folder. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  Map<String, String> environment(Component service) {
    return new ServiceEnvironment(
            dataDir, state, IdentityKeys.in(dataDir.identity()), backing.orElseThrow(), phrases)
        .of(service);
  }

  /** A log that has grown long makes room; the one before it is kept. */
  private static Path freshEnough(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONGEST_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
    return log;
  }
}
