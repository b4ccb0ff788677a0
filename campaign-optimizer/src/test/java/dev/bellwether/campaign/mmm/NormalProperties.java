package dev.bellwether.campaign.mmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.special.Erf;

class NormalProperties {

  private static final Normal NORMAL = new Normal();

  @Property
  void theTableIsTheDistribution(@ForAll @DoubleRange(min = -11.9, max = 8) double z) {
    double exact = Math.log(Erf.erfc(-z / Math.sqrt(2)) / 2);
    assertEquals(exact, NORMAL.logCdf(z), 1e-4);
  }

  @Property
  void theTailGoesOnWhereTheTableEnds(@ForAll @DoubleRange(min = -37, max = -12) double z) {
    double exact = Math.log(Erf.erfc(-z / Math.sqrt(2)) / 2);
    assertEquals(exact, NORMAL.logCdf(z), 0.01);
  }

  /** The mean of a normal cut off below zero is known in closed form. */
  @Property(tries = 30)
  void drawsHaveTheMeanOfTheCutOffNormal(
      @ForAll @DoubleRange(min = -8, max = 5) double mean,
      @ForAll @DoubleRange(min = 0.1, max = 3) double deviation) {
    var random = new SplittableRandom(5);
    int count = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      double draw = Normal.notNegative(mean, deviation, random);
      assertTrue(draw >= 0);
      sum += draw;
      squares += draw * draw;
    }
    double z = mean / deviation;
    double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    double exact = mean + deviation * density / (Erf.erfc(-z / Math.sqrt(2)) / 2);
    double drawn = sum / count;
    double error = Math.sqrt((squares / count - drawn * drawn) / count);
    // Far in the tail the closed form itself cancels
    if (z > -6) {
      assertEquals(exact, drawn, 5 * error);
    }
  }
}
