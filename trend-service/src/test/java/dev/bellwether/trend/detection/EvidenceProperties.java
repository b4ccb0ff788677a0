package dev.bellwether.trend.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class EvidenceProperties {

  @Property
  void moreVoicesSayMoreAndAKnownTermSaysMoreThanOneLittleKnown(
      @ForAll @DoubleRange(min = 0.01, max = 50) double expected,
      @ForAll @DoubleRange(min = 1, max = 100) double above,
      @ForAll @DoubleRange(min = 0.5, max = 1_000) double uses) {
    double count = expected + above;
    double evidence = Evidence.of(count, expected, uses, 1);

    assertTrue(evidence >= 0);
    assertTrue(Evidence.of(count + 1, expected, uses, 1) >= evidence);
    assertTrue(Evidence.of(count, expected, uses * 2, 1) >= evidence - 1e-9);
    assertEquals(evidence / 3, Evidence.of(count, expected, uses, 3), 1e-9);
  }

  @Property
  void whatIsExpectedSaysNothing(@ForAll @DoubleRange(min = 0.01, max = 50) double expected) {
    assertEquals(0, Evidence.of(expected, expected, 10, 1));
    assertEquals(0, Evidence.of(expected / 2, expected, 10, 1));
  }

  @Example
  void manyUsesMakeItTheDevianceOfAPoissonCount() {
    double poisson = 30 * Math.log(30 / 10.0) - 20;

    assertEquals(poisson, Evidence.of(30, 10, 1e7, 1), 1e-3);
    assertEquals(Math.sqrt(2 * poisson), Evidence.deviations(poisson), 1e-12);
  }
}
