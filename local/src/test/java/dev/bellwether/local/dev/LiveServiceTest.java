package dev.bellwether.local.dev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.suite.Component;
import dev.bellwether.local.suite.DataDir;
import dev.bellwether.local.suite.Leftovers;
import dev.bellwether.local.supervision.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a shell in place of Maven, which starts another in place of the service. */
class LiveServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int KILLED_BY_TERM = 128 + 15;

  /** Writes its id and will not hear of an ordered end. */
  private static final String DEAF =
      "sh -c 'trap \"\" TERM; echo $$ > service; while :; do sleep 1; done' service \"$@\" end";

  @TempDir Path root;

  @Test
  void itsExitCodeIsMavens() throws Exception {
    try (var live = live("test \"$SAID\" = so && exit 7")) {
      assertEquals(7, live.run(Map.of("SAID", "so")));
    }
  }

  @Test
  void aServiceThatDoesNotListenIsKilledWithItsMaven() throws Exception {
    var live = live(DEAF + " & wait");
    var exit = inBackground(live);
    var service = service();
    live.close();
    assertEquals(KILLED_BY_TERM, exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertFalse(service.isAlive());
    assertEquals(List.of(), left());
  }

  @Test
  void aServiceThatOutlivedItsMavenIsFound() throws Exception {
    var live = live(DEAF + " >&- 2>&- & while [ ! -s service ]; do sleep 0.1; done; exit 3");
    var exit = inBackground(live);
    var service = service();
    assertEquals(3, exit.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    assertTrue(service.isAlive());
    assertTrue(left().contains(service), "by the folder's mark");
    live.close();
    assertFalse(service.isAlive());
  }

  @Test
  void whatIsStartedAfterItWasClosedEndsAtOnce() throws Exception {
    var live = live("exec sleep 600");
    live.close();
    assertEquals(KILLED_BY_TERM, live.run(Map.of()));
  }

  private List<ProcessHandle> left() {
    return Leftovers.carrying(Leftovers.mark(new DataDir(root.resolve("data")))).toList();
  }

  private ProcessHandle service() {
    var id = root.resolve("service");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(id) && Files.readString(id).endsWith("\n"));
    try {
      return ProcessHandle.of(Long.parseLong(Files.readString(id).strip())).orElseThrow();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static CompletableFuture<Integer> inBackground(LiveService live) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return live.run(Map.of());
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private LiveService live(String script) throws IOException {
    var maven = root.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\n" + script + "\n");
    assertTrue(maven.toFile().setExecutable(true));
    return new LiveService(
        root,
        maven,
        Component.INGEST,
        new DataDir(root.resolve("data")),
        new Ending("TERM", Duration.ofMillis(300)));
  }
}
