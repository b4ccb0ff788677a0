package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  private static final byte[] FILE = CommittedModel.bytes();

  @Test
  void theCommittedFileReadsAndWritesBackByteForByte() throws IOException {
    var written = new ByteArrayOutputStream();
    ModelFile.write(ModelFile.read(new ByteArrayInputStream(FILE)), written);
    assertArrayEquals(FILE, written.toByteArray());
  }

  @Test
  void theCommittedFileIsSmallAndNamesItself() {
    var model = CommittedModel.load();
    assertTrue(FILE.length < 2_000_000, FILE.length + " bytes");
    assertEquals("en-linear-1", model.name());
    assertEquals("en", model.language());
  }

  @Property(tries = 100)
  void oneChangedByteIsRefused(
      @ForAll @IntRange(max = 900_000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
    var damaged = FILE.clone();
    damaged[at] ^= (byte) change;
    assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(damaged)));
  }

  @Property(tries = 50)
  void aFileCutShortIsRefused(@ForAll @IntRange(max = 900_000) int length) {
    assertThrows(
        IOException.class,
        () -> ModelFile.read(new ByteArrayInputStream(Arrays.copyOf(FILE, length))));
  }

  @Test
  void aFileOfAnotherFormatSaysSo() {
    var newer = FILE.clone();
    newer[7] = 2;
    var refused =
        assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(newer)));
    assertTrue(refused.getMessage().contains("format 2"), refused.getMessage());
  }
}
