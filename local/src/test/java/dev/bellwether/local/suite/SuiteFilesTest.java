package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.Bellwether;
import dev.bellwether.local.backends.BackendOptions;
import dev.bellwether.local.backends.Backends;
import dev.bellwether.local.backends.KafkaAddress;
import dev.bellwether.local.supervision.ProcessIdentity;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFilesTest {

  @TempDir Path folder;

  private DataDir dataDir;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeFolder() {
    dataDir = new DataDir(folder.resolve("data"));
    dataDir.make();
  }

  @Test
  void portsAndSecretsAreChosenOnceAndReadableByTheirOwnerAlone() throws Exception {
    int port = FreePort.find();
    var first = SuiteState.prepare(dataDir, OptionalInt.of(port), Set.of());
    assertEquals(first, SuiteState.prepare(dataDir, OptionalInt.empty(), Set.of()));
    assertEquals(first, SuiteState.read(dataDir));
    assertEquals(port, first.port(Component.GATEWAY));
    assertTrue(first.apiKey().matches("bw_[A-Za-z0-9_-]{43}"), "256 bits of key");
    assertEquals(
        Component.values().length, new HashSet<>(first.ports().values()).size(), "no port twice");
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.state())));
  }

  @Test
  void aPartsPortThatIsTakenMeanwhileIsChosenAnew() throws Exception {
    var first = SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    try (var taken =
        new ServerSocket(first.port(Component.INGEST), 1, InetAddress.getLoopbackAddress())) {
      var next = SuiteState.prepare(dataDir, OptionalInt.empty(), Set.of());
      assertNotEquals(taken.getLocalPort(), next.port(Component.INGEST));
      assertEquals(first.port(Component.TREND), next.port(Component.TREND));
      assertEquals(first.apiKey(), next.apiKey());
    }
  }

  @Test
  void aGatewayPortInUseIsRefusedWithItsRemedy() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var refused =
          assertThrows(
              SuiteException.class,
              () -> SuiteState.prepare(dataDir, OptionalInt.of(taken.getLocalPort()), Set.of()));
      var us = "by another program (java, process " + ProcessHandle.current().pid() + ")";
      assertEquals(
          "port "
              + taken.getLocalPort()
              + " is in use "
              + us
              + ": stop who listens there, or choose another with --port",
          refused.getMessage());
    }
  }

  @Test
  void theFolderHasOneLauncherAtATime() throws Exception {
    try (var _ = SuiteLock.take(dataDir)) {
      var refused = assertThrows(SuiteException.class, () -> SuiteLock.take(dataDir));
      assertTrue(refused.getMessage().contains("is already running"), refused.getMessage());
    }
    SuiteLock.take(dataDir).close();
  }

  @Test
  void aPartThatIsNotBuiltIsNamed() {
    try (var suite = Suite.open(folder, dataDir, OptionalInt.of(FreePort.find()), new Silence())) {
      var refused = assertThrows(SuiteException.class, suite::start);
      assertTrue(
          refused
              .getMessage()
              .contains("ingest-service/target/quarkus-app/quarkus-run.jar is missing"),
          refused.getMessage());
    }
  }

  @Test
  void downEndsWhatAKilledLauncherLeftAndNothingElse() throws Exception {
    var left = new ProcessBuilder("sleep", "600").start();
    var foreign = new ProcessBuilder("sleep", "600").start();
    try {
      var gone = new ProcessIdentity(foreign.pid(), Instant.EPOCH);
      new Running(
              gone,
              true,
              Map.of(Component.INGEST, ProcessIdentity.of(left.toHandle()), Component.TREND, gone),
              Map.of(),
              Set.of())
          .write(dataDir);

      assertEquals(1, run("status"));
      assertEquals(0, run("down"), err.toString());

      assertFalse(left.isAlive(), "what the launcher started");
      assertTrue(foreign.isAlive(), "another process with a noted id");
      assertTrue(Running.read(dataDir).isEmpty());
    } finally {
      left.destroyForcibly();
      foreign.destroyForcibly();
    }
  }

  @Test
  void downEndsWhatCarriesTheFoldersMarkThoughNobodyNotedIt() throws Exception {
    var unnoted = marked(Leftovers.mark(dataDir));
    var foreign = marked(Leftovers.mark(dataDir) + "2");
    try {
      assertEquals(0, run("down"), err.toString());
      assertEquals("stopped\n", out.toString());
      assertFalse(unnoted.isAlive());
      assertTrue(foreign.isAlive(), "of a folder whose name only begins alike");
      assertEquals(0, run("down"));
      assertTrue(out.toString().contains("nothing was running in " + dataDir.path()));
    } finally {
      unnoted.destroyForcibly();
      foreign.destroyForcibly();
    }
  }

  /** A process with the mark among its arguments, as the parts' JVMs have it. */
  private static Process marked(String mark) throws Exception {
    var script = "echo up; read -r _; :";
    var process = new ProcessBuilder("/bin/sh", "-c", script, "part", mark, "end").start();
    process.inputReader().readLine();
    return process;
  }

  @Test
  void aFolderOfANewerVersionIsRefused() throws Exception {
    SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    var text = Files.readString(dataDir.state());
    Files.writeString(dataDir.state(), text.replace("\"format\" : 1", "\"format\" : 2"));
    assertEquals(1, run("up"));
    assertTrue(err.toString().contains("was written by a newer Bellwether"), err.toString());
  }

  @Test
  void aStateThatDoesNotReadIsNeverReplacedByAFreshOne() throws Exception {
    Files.writeString(dataDir.state(), "{\"apiKey\" : \"bw");
    assertEquals(1, run("up"));
    assertTrue(err.toString().contains("put it back from a copy"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertEquals("{\"apiKey\" : \"bw", Files.readString(dataDir.state()));
  }

  @Test
  void aNoteOfRunningPartsThatACrashCutShortIsNoObstacle() throws Exception {
    Files.writeString(dataDir.running(), "{\"launcher\" :");
    assertEquals(1, run("status"));
    assertEquals(0, run("down"), err.toString());
  }

  @Test
  void aFolderMadeWithItsOwnBackendsIsNotUsedWithOthersAndTheOtherWayRound() throws Exception {
    var given =
        new Backends(
            Optional.of(KafkaAddress.of("h:9092", Optional.empty())),
            Optional.of(BackendOptions.postgres("postgresql://me:x@h/acme", Map.of())));
    var fresh = ExternalBackends.NONE;
    assertEquals(Backends.OWN, fresh.choose(Backends.OWN, dataDir, Map.of()));
    assertEquals(given, fresh.choose(given, dataDir, Map.of()));

    var own = ExternalBackends.of(Backends.OWN, "cluster");
    var refused = assertThrows(SuiteException.class, () -> own.choose(given, dataDir, Map.of()));
    assertTrue(refused.getMessage().contains("was made with a Kafka of its own"));
    assertThrows(
        SuiteException.class, () -> ExternalBackends.NOT_KEPT.choose(given, dataDir, Map.of()));

    var remembered =
        ExternalBackends.of(given, "cluster")
            .choose(Backends.OWN, dataDir, Map.of(BackendOptions.PASSWORD_VARIABLE, "y"));
    assertEquals(given.kafka(), remembered.kafka());
    assertEquals(
        given.postgres().orElseThrow().address(), remembered.postgres().orElseThrow().address());
    assertEquals("y", remembered.postgres().orElseThrow().password().orElseThrow().value());
  }

  @Test
  void whatIsExternalIsSaidByEraseAndByLogs() throws Exception {
    var given =
        new Backends(Optional.of(KafkaAddress.of("h:9092", Optional.empty())), Optional.empty());
    SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of())
        .keepExternal(dataDir, ExternalBackends.of(given, "cluster"));
    assertEquals(1, run("logs", "broker"));
    assertTrue(err.toString().contains("is not ours, its log is where it runs: h:9092"));
    assertEquals(0, run("down", "--erase"), err.toString());
    assertTrue(out.toString().contains("not touched: what lies in the Kafka at h:9092"));
  }

  @Test
  void nobodyElseEntersAFolderThatWeMakeAndOneThatIsThereKeepsItsMode() throws Exception {
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dataDir.path())));
    var shared = Files.createDirectory(folder.resolve("shared"));
    var mode = PosixFilePermissions.fromString("rwxr-x---");
    Files.setPosixFilePermissions(shared, mode);
    new DataDir(shared).make();
    assertEquals(mode, Files.getPosixFilePermissions(shared));
  }

  @Test
  void whoStopsASuiteThatIsBeingStoppedWaitsToo() throws Exception {
    var suite = Suite.open(folder, dataDir, OptionalInt.of(FreePort.find()), new Silence());
    Callable<Boolean> stop =
        () -> {
          suite.close();
          return suite.isClosed();
        };
    try (var stoppers = Executors.newFixedThreadPool(2)) {
      for (var stopped : stoppers.invokeAll(List.of(stop, stop))) {
        assertTrue(stopped.get(), "when the call returns");
      }
    }
    SuiteLock.take(dataDir).close();
  }

  @Test
  void logsShowTheLastLines() throws Exception {
    Files.writeString(dataDir.log("trend"), "one\ntwo\nthree\n");
    assertEquals(0, run("logs", "trend", "--lines", "2"), err.toString());
    assertEquals("two\nthree\n", out.toString());
    assertEquals(2, run("logs", "trent"));
    assertTrue(
        err.toString().contains("no part is named trent: one of broker, database, ingest"),
        err.toString());
  }

  @Test
  void everyCommandExplainsItself() {
    for (var command : Bellwether.commandLine().getSubcommands().keySet()) {
      assertEquals(
          0,
          Bellwether.commandLine().setOut(new PrintWriter(out)).execute(command, "--help"),
          command);
    }
  }

  private int run(String command, String... more) {
    var arguments =
        new java.util.ArrayList<>(
            java.util.List.of(command, "--data-dir", dataDir.path().toString()));
    arguments.addAll(java.util.List.of(more));
    return Bellwether.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }

  private record Silence() implements Narrator {
    @Override
    public void ready(Component component, java.time.Duration sinceStart) {}

    @Override
    public void say(String line) {}
  }
}
