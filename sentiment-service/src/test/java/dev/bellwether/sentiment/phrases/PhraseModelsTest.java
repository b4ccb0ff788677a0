package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is deserialised but the known files; what is wrong with others is said in one line. */
class PhraseModelsTest {

  private static final AtomicBoolean RAN = new AtomicBoolean();

  /** What an attacker's file would do. */
  private static final class Planted implements Serializable {

    private static final long serialVersionUID = 1;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      RAN.set(true);
    }
  }

  @TempDir Path folder;

  private String complaint() {
    return assertThrows(UnusableModelsException.class, () -> PhraseModels.load(folder))
        .getMessage();
  }

  @Test
  void aMissingFileIsNamedWithTheCommandThatFetchesIt() {
    assertTrue(
        complaint()
            .endsWith("sentiment.ser.gz is missing; ./bellwether models phrases fetches it"));
  }

  @Test
  void aForeignFileIsNeverDeserialised() throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("sentiment.ser.gz"));
        var out = new ObjectOutputStream(new GZIPOutputStream(file))) {
      out.writeObject(new Planted());
    }
    assertTrue(complaint().contains("is not the file of stanford-corenlp 4.5.10: it has "));
    assertFalse(RAN.get());
  }

  @Test
  void aFileOfTheRightSizeWithOtherBytesIsTold() throws IOException {
    try (var file = new RandomAccessFile(folder.resolve("sentiment.ser.gz").toFile(), "rw")) {
      file.setLength(4_079_954);
    }
    assertTrue(complaint().contains("it has the SHA-256 "), complaint());
  }

  @Test
  void aFolderInAFilesPlaceIsTold() throws IOException {
    Files.createDirectory(folder.resolve("sentiment.ser.gz"));
    assertTrue(complaint().contains("sentiment.ser.gz"), complaint());
  }

  @Test
  void theCheckEndsBadlyWhereAFileIsMissing() {
    var command = new picocli.CommandLine(new CheckCommand());
    var told = new java.io.StringWriter();
    command.setErr(new java.io.PrintWriter(told));
    assertEquals(1, command.execute(folder.toString()));
    assertTrue(told.toString().contains("is missing"), told::toString);
  }

  @Test
  void aHeapThatCannotHoldTheModelsIsRefusedBeforeTheyAreLoaded() {
    var refused =
        assertThrows(UnusableModelsException.class, () -> CoreNlpReader.checkHeap(192L << 20));
    assertTrue(refused.getMessage().contains("may grow to 192 MB: set -Xmx1536m"));
    assertDoesNotThrow(() -> CoreNlpReader.checkHeap(1_500L << 20));
  }
}
