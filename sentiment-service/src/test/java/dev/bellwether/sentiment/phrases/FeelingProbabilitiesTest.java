package dev.bellwether.sentiment.phrases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FeelingProbabilitiesTest {

  @Test
  void theLabelIsTheLikeliestClassAndTheScoreTheirMean() {
    var bad = new FeelingProbabilities(0.4, 0.3, 0.2, 0.1, 0.0);
    assertEquals(Feeling.VERY_NEGATIVE, bad.likeliest());
    assertEquals(-0.5, bad.mean(), 1e-12);
    var good = new FeelingProbabilities(0, 0, 0.1, 0.2, 0.7);
    assertEquals(Feeling.VERY_POSITIVE, good.likeliest());
    assertEquals(0.8, good.mean(), 1e-12);
  }

  @Test
  void ofClassesThatAreAsLikelyTheMilderHolds() {
    assertEquals(Feeling.NEUTRAL, new FeelingProbabilities(0.2, 0.2, 0.2, 0.2, 0.2).likeliest());
    assertEquals(Feeling.POSITIVE, new FeelingProbabilities(0, 0, 0, 0.5, 0.5).likeliest());
    assertEquals(Feeling.NEGATIVE, new FeelingProbabilities(0, 0.5, 0, 0.5, 0).likeliest());
  }
}
