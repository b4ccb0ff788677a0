package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.local.Bellwether;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code down --erase} and {@code demo} delete, and what they never do. */
class ErasureTest {

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
  void eraseEmptiesTheFolderOfWhatIsOurs() throws Exception {
    SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    Files.writeString(dataDir.kafka().resolve("segment"), "data");
    var foreign = Files.writeString(dataDir.path().resolve("notes.txt"), "mine");
    assertEquals(0, run("down", "--erase"), err.toString());
    try (var left = Files.list(dataDir.path())) {
      assertEquals(List.of(foreign), left.toList());
    }
  }

  @Test
  void whatIsNotKnownToBeASuitesIsNeverErased() throws Exception {
    var segment = Files.writeString(dataDir.kafka().resolve("segment"), "somebody's");
    var note = Files.writeString(dataDir.running(), "{}");
    assertEquals(1, run("down", "--erase"));
    assertTrue(err.toString().contains("has no suite.json"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertEquals("somebody's", Files.readString(segment));
    assertEquals("{}", Files.readString(note));
  }

  @Test
  void aFolderThatWasOnlyBegunIsErased() throws Exception {
    SuiteLock.take(dataDir).close();
    assertEquals(0, run("down", "--erase"), err.toString());
    try (var left = Files.list(dataDir.path())) {
      assertEquals(List.of(), left.toList());
    }
    Files.delete(dataDir.path());
    assertEquals(0, run("down", "--erase"), err.toString());
    assertFalse(Files.exists(dataDir.path()), "nothing is made in order to be erased");
  }

  @Test
  void aFolderThatSomebodyHoldsIsNotErased() throws Exception {
    var state = SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    try (var _ = SuiteLock.take(dataDir)) {
      assertEquals(1, run("down", "--erase"));
      assertTrue(err.toString().contains("is already running"), err.toString());
      assertEquals(state, SuiteState.read(dataDir));
    }
  }

  @Test
  void demoDoesNotEmptyASuiteThatIsNoDemo() throws Exception {
    var state = SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    assertEquals(1, run("demo"));
    assertTrue(err.toString().contains("was not made by demo"), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertEquals(state, SuiteState.read(dataDir));
  }

  @Test
  void demoEmptiesWhatADemoLeft() throws Exception {
    dataDir.markAsDemo();
    SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    Files.writeString(dataDir.kafka().resolve("segment"), "of the last demo");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertEquals(1, run("demo", "--port", Integer.toString(taken.getLocalPort())));
    }
    assertTrue(err.toString().contains("is in use"), err.toString());
    assertFalse(Files.exists(dataDir.kafka().resolve("segment")));
    assertTrue(dataDir.isDemo(), "the next demo may empty it, too");
    assertEquals(0, run("down", "--erase"), err.toString());
  }

  private int run(String command, String... more) {
    var arguments =
        Stream.concat(Stream.of(command, "--data-dir", dataDir.path().toString()), Stream.of(more));
    return Bellwether.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }
}
