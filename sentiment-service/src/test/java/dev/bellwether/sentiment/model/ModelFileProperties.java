package dev.bellwether.sentiment.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.sentiment.SmallModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ModelFileProperties {

  private static final byte[] FILE = written(SmallModels.all().getFirst());

  @Property(tries = 100)
  void anyModelComesBackAsItWasWritten(@ForAll long seed, @ForAll Task task) throws IOException {
    var model = SmallModels.of(task, "2-3", SmallModels.LEXICON, seed);
    assertSame(model, ModelFile.read(new ByteArrayInputStream(written(model))));
  }

  @Property(tries = 300)
  void oneChangedByteIsRefused(
      @ForAll @IntRange(max = 1_000_000) int any,
      @ForAll @IntRange(min = 1, max = 255) int change) {
    var damaged = FILE.clone();
    damaged[any % FILE.length] ^= (byte) change;
    assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(damaged)));
  }

  @Property(tries = 100)
  void aFileCutShortIsRefused(@ForAll @IntRange(max = 1_000_000) int any) {
    var cut = Arrays.copyOf(FILE, any % FILE.length);
    assertThrows(IOException.class, () -> ModelFile.read(new ByteArrayInputStream(cut)));
  }

  @Property(tries = 300)
  void roundingMovesAWeightByHalfAStepAtMost(
      @ForAll @DoubleRange(min = -9, max = 9) double one,
      @ForAll @DoubleRange(min = -9, max = 9) double other) {
    var weights = Weights.quantise(1, Map.of(1, new double[] {one}, 2, new double[] {other}));
    double step = Math.max(Math.abs(one), Math.abs(other)) / Short.MAX_VALUE;
    assertEquals(one, weights.weight(weights.row(1), 0), 0.51 * step);
    assertEquals(other, weights.weight(weights.row(2), 0), 0.51 * step);
  }

  private static void assertSame(LinearModel expected, LinearModel actual) {
    assertEquals(expected.bias(), actual.bias());
    assertEquals(expected.options(), actual.options());
    assertEquals(expected.lexicon(), actual.lexicon());
    assertEquals(expected.weights(), actual.weights());
    assertEquals(expected, actual);
  }

  private static byte[] written(LinearModel model) {
    try {
      var out = new ByteArrayOutputStream();
      ModelFile.write(model, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
