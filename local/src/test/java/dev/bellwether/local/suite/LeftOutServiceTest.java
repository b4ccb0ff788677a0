package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.Bellwether;
import dev.bellwether.local.backends.Backends;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --without SERVICE}: somebody runs it from an IDE. */
class LeftOutServiceTest {

  @TempDir Path folder;

  private DataDir dataDir;

  @BeforeEach
  void makeFolder() {
    dataDir = new DataDir(folder.resolve("data"));
    dataDir.make();
  }

  @Test
  void itsPortStaysThoughItListensThere() throws Exception {
    var first = SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    for (var service : Set.of(Component.INGEST, Component.GATEWAY)) {
      try (var _ = new ServerSocket(first.port(service), 1, InetAddress.getLoopbackAddress())) {
        assertEquals(first, SuiteState.prepare(dataDir, OptionalInt.empty(), Set.of(service)));
      }
    }
  }

  @Test
  void statusNamesItAndStillAsksForTheRest() throws Exception {
    try (var _ = open(Set.of(Component.TREND))) {
      var shown = status();
      assertTrue(shown.lines().anyMatch(l -> l.matches("trend +left out +- .*")), shown);
      assertTrue(shown.lines().anyMatch(l -> l.matches("ingest +down +- .*")), shown);
      assertTrue(shown.endsWith("exit 1"), shown);
    }
  }

  @Test
  void whatServicesOfTheLastRunWereToldIsForgotten() throws Exception {
    var file = EnvironmentFile.of(dataDir, Component.SENTIMENT);
    file.write(Map.of("PASSWORD", "of then"));
    try (var _ = open(Set.of())) {
      assertFalse(Files.exists(file.path()));
      assertThrows(SuiteException.class, file::read);
    }
  }

  private Suite open(Set<Component> without) {
    return Suite.open(
        folder,
        dataDir,
        OptionalInt.of(FreePort.find()),
        Backends.OWN,
        without,
        new Narrator() {
          @Override
          public void ready(Component component, Duration sinceStart) {}

          @Override
          public void say(String line) {}
        });
  }

  private String status() {
    var out = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setOut(new PrintWriter(out))
            .execute("status", "--data-dir", dataDir.path().toString());
    return out + "exit " + exit;
  }
}
