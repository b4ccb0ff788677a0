package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicon;
import dev.bellwether.sentiment.features.Lexicon.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ModelFileTest {

  private static final byte[] FILE = CommittedModel.bytes();

  /** What {@link #tiny} has been written as since format 2 began: no reader may change. */
  private static final String GOLDEN =
      "42574c4d0000000200000002"
          + "000569726f6e790002656e000474696e79"
          + "3fe00000000000003ff8000000000000"
          + "0000000200026e6fbfd000000000000000037965733fd0000000000000"
          + "003a666f6c64696e673d616363656e74733b6c6574746572733d332d353b"
          + "6e65676174696f6e3d66723b70616972733d6e6f3b7374796c653d796573"
          + "00000001000161"
          + "3dcccccd00"
          + "00000002fffffffffffffffb00000000000000077f81"
          + "38000101380001010000000200000001000000097fff80018001"
          + "7fff";

  @Test
  void theCommittedFileReadsAndWritesBackByteForByte() throws IOException {
    var written = new ByteArrayOutputStream();
    ModelFile.write(ModelFile.read(new ByteArrayInputStream(FILE)), written);
    assertArrayEquals(FILE, written.toByteArray());
  }

  @Test
  void theCommittedFilesAreSmallAndNameThemselves() throws IOException {
    long all = 0;
    for (var model : CommittedModel.all()) {
      var written = new ByteArrayOutputStream();
      ModelFile.write(model, written);
      assertTrue(written.size() < 2_500_000, model.name() + " has " + written.size() + " bytes");
      assertTrue(model.name().startsWith(model.language() + "-" + model.task().wireName()));
      all += written.size();
    }
    assertTrue(all < 12_000_000, all + " bytes");
  }

  @Test
  void aFileHasTheBytesItsDescriptionSays() throws IOException {
    var written = new ByteArrayOutputStream();
    ModelFile.write(tiny(), written);
    var hex = HexFormat.of().formatHex(written.toByteArray());
    assertEquals(GOLDEN, hex.substring(0, hex.length() - 16));
    assertEquals(tiny(), ModelFile.read(new ByteArrayInputStream(written.toByteArray())));
  }

  @Test
  void aFileOfAnotherFormatSaysSo() {
    assertRefused(7, 3, "format 3");
    assertRefused(7, 1, "train the model again");
  }

  @Test
  void aFileThatIsNoModelSaysSo() {
    assertRefused(0, 'P', "not a Bellwether model");
    var empty =
        assertThrows(
            IOException.class, () -> ModelFile.read(new ByteArrayInputStream(new byte[0])));
    assertTrue(empty.getMessage().contains("cut short"), empty.getMessage());
  }

  private static void assertRefused(int at, int value, String told) {
    var changed = FILE.clone();
    changed[at] = (byte) value;
    var refused =
        assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(changed)));
    assertTrue(refused.getMessage().contains(told), refused.getMessage());
  }

  private static LinearModel tiny() {
    return new LinearModel(
        Task.IRONY,
        "en",
        "tiny",
        List.of(-0.25, 0.25),
        0.5,
        1.5,
        FeatureOptions.parse("folding=accents;letters=3-5;negation=fr;style=yes"),
        Lexicon.of(
            List.of(new Column("a", 0.1f, false)),
            Map.of(-5L, new byte[] {127}, 7L, new byte[] {-127})),
        Weights.quantise(
            2, new TreeMap<>(Map.of(1, new double[] {1, -1}, 9, new double[] {-1, 1}))));
  }
}
