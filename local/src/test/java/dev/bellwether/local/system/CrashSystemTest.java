package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.EnvironmentFile;
import dev.bellwether.local.suite.Running;
import dev.bellwether.local.suite.SuiteState;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Launcher, broker and database are killed, each as {@code kill -9} does it. */
class CrashSystemTest {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int BATCH = 150;
  private static final int BATCHES = 4;

  private final DataDir dataDir = new DataDir(TestSuite.newFolder("crash"));
  private final int port = FreePort.find();

  @Test
  void whateverIsKilledTheNextUpWorksAndEveryAcknowledgedPostIsThereOnce() throws Exception {
    killTheLauncherWhileTheDatabaseIsMade();

    List<ProcessHandle> before;
    var launcher = LauncherProcess.start(dataDir, port);
    try {
      launcher.awaitReady();
      post(launcher, 0);
      assertTrue(launcher.part(Component.DATABASE).destroyForcibly());
      post(launcher, 1);
      assertTrue(launcher.part(Component.BROKER).destroyForcibly());
      post(launcher, 2);
      before = processes(launcher.running().orElseThrow());
    } finally {
      launcher.kill();
    }

    // as in the background, and with a service for somebody else to run
    try (var next =
        LauncherProcess.start(dataDir, port, "--in-background", "--without", "optimizer")
            .awaitReady()) {
      assertEquals(
          List.of(), before.stream().filter(ProcessHandle::isAlive).toList(), "left behind");
      post(next, 3);
      awaitAllCountedOnce(next.gateway());
      for (int batch = 0; batch < BATCHES; batch++) {
        assertEquals(BATCH, send(next.gateway(), batch).get("duplicate").asInt(), "batch " + batch);
      }
      awaitAllCountedOnce(next.gateway());
      isLeftOut(next, Component.OPTIMIZER);
    }
  }

  private void isLeftOut(LauncherProcess launcher, Component service) throws Exception {
    assertEquals(Set.of(service), launcher.running().orElseThrow().leftOut());
    assertTrue(launcher.running().orElseThrow().process(service).isEmpty());
    var told = EnvironmentFile.of(dataDir, service).read();
    assertEquals(
        Integer.toString(SuiteState.read(dataDir).port(service)), told.get("QUARKUS_HTTP_PORT"));
    assertTrue(told.containsKey("QUARKUS_DATASOURCE_PASSWORD"), "it can reach its database");
    var status = TestSuite.run(dataDir, "status", List.of());
    assertEquals(0, status.exit(), status.out());
    assertTrue(
        status.out().lines().anyMatch(l -> l.matches("optimizer +left out .*")), status.out());
  }

  /** The broker formats its folder at the same time. */
  private void killTheLauncherWhileTheDatabaseIsMade() throws Exception {
    var launcher = LauncherProcess.start(dataDir, port);
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () ->
                  Stream.of("cluster.making", "cluster")
                      .anyMatch(f -> Files.exists(dataDir.postgres().resolve(f))));
    } finally {
      launcher.kill();
    }
  }

  /** Sends until the answer is that the posts are kept; meanwhile something is down. */
  private static void post(LauncherProcess launcher, int batch) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () -> send(launcher.gateway(), batch),
            answer -> answer.get("accepted").asInt() + answer.get("duplicate").asInt() == BATCH);
  }

  private static JsonNode send(GatewayClient gateway, int batch) {
    var body =
        IntStream.range(batch * BATCH, (batch + 1) * BATCH)
            .mapToObj(
                i ->
                    "{\"id\":\"%d\",\"platform\":\"x\",\"text\":\"I love number %d of these, it is wonderful\",\"createdAt\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(i, i))
            .collect(Collectors.joining("\n"));
    return gateway.post("/v1/mentions", "application/x-ndjson", body);
  }

  private static void awaitAllCountedOnce(GatewayClient gateway) {
    int all = BATCH * BATCHES;
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              var counts = Counts.of(gateway);
              assertEquals(all, counts.archived(), "archived");
              assertEquals(all, counts.scored(), "scored");
            });
  }

  private static List<ProcessHandle> processes(Running running) {
    return Stream.of(Component.values()).flatMap(c -> running.process(c).stream()).toList();
  }
}
