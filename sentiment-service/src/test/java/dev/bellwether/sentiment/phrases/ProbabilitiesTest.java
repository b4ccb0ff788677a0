package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProbabilitiesTest {

  @Test
  void theLabelIsTheLikeliestClassAndTheScoreTheirMean() {
    var bad = new Probabilities(0.4, 0.3, 0.2, 0.1, 0.0);
    assertEquals(Feeling.VERY_NEGATIVE, bad.likeliest());
    assertEquals(-0.5, bad.mean(), 1e-12);
    var good = new Probabilities(0, 0, 0.1, 0.2, 0.7);
    assertEquals(Feeling.VERY_POSITIVE, good.likeliest());
    assertEquals(0.8, good.mean(), 1e-12);
  }

  @Test
  void ofClassesThatAreAsLikelyTheMilderHolds() {
    assertEquals(Feeling.NEUTRAL, new Probabilities(0.2, 0.2, 0.2, 0.2, 0.2).likeliest());
    assertEquals(Feeling.POSITIVE, new Probabilities(0, 0, 0, 0.5, 0.5).likeliest());
    assertEquals(Feeling.NEGATIVE, new Probabilities(0, 0.5, 0, 0.5, 0).likeliest());
  }
}
