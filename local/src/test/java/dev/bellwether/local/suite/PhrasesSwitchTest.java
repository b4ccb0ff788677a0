package dev.bellwether.local.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.embedded.FreePort;
import dev.bellwether.embedded.IdentityKeys;
import dev.bellwether.local.Bellwether;
import dev.bellwether.local.backends.Backends;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up --phrases}: one service is told, and the machine must have the room. */
class PhrasesSwitchTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path folder;

  private Map<String, String> told(Component service, Optional<Path> phrases) throws IOException {
    var dataDir = new DataDir(folder.resolve("data"));
    dataDir.make();
    var state = SuiteState.prepare(dataDir, OptionalInt.of(FreePort.find()), Set.of());
    var backing =
        new Backing("127.0.0.1:9092", Optional.empty(), Backing.ownLogins(dataDir, state));
    return new ServiceEnvironment(
            dataDir, state, IdentityKeys.in(dataDir.identity()), backing, phrases)
        .of(service);
  }

  @Test
  void sentimentAloneIsToldWhereTheModelsAre() throws IOException {
    var models = Optional.of(folder.resolve("models"));
    var sentiment = told(Component.SENTIMENT, models);
    assertEquals("true", sentiment.get("BELLWETHER_PHRASES_ENABLED"));
    assertEquals(folder.resolve("models").toString(), sentiment.get("BELLWETHER_PHRASES_MODELS"));
    assertFalse(told(Component.INGEST, models).containsKey("BELLWETHER_PHRASES_ENABLED"));
    assertFalse(
        told(Component.SENTIMENT, Optional.empty()).containsKey("BELLWETHER_PHRASES_ENABLED"));
  }

  @Test
  void theirMemoryIsAskedForBeforeAnythingStarts() {
    var dataDir = new DataDir(folder);
    var available = OptionalLong.of(1_500 * MEGABYTE);
    assertTrue(new Room(dataDir, Backends.OWN).checkMemory(available).isPresent());
    var withPhrases = new Room(dataDir, Backends.OWN, true);
    assertTrue(
        assertThrows(SuiteException.class, () -> withPhrases.checkMemory(available))
            .getMessage()
            .contains("needs 2700 MB to start"));
  }

  @Test
  void aFolderThatIsNotThereIsAnsweredWithTheCommandThatFillsIt() {
    var told = new StringWriter();
    int exit =
        Bellwether.commandLine()
            .setErr(new PrintWriter(told))
            .execute("up", "--data-dir", folder.toString(), "--phrases");
    assertEquals(1, exit);
    assertTrue(
        told.toString().contains("./bellwether models phrases --into " + folder.resolve("phrases")),
        told::toString);
  }
}
