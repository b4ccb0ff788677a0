package dev.bellwether.sentiment.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.sentiment.rollup.SentimentCounts;
import org.junit.jupiter.api.Test;

class FiguresTest {

  /** Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3. */
  @Test
  void intervalsAreThoseOfThePublishedTable() {
    assertInterval(0.2553, 0.3662, Wilson.of(81, 263));
    assertInterval(0.0624, 0.1605, Wilson.of(15, 148));
    assertInterval(0.0000, 0.1611, Wilson.of(0, 20));
    assertInterval(0.0061, 0.1718, Wilson.of(1, 29));
  }

  @Test
  void nothingFeltIsZeroAndMayBeAnything() {
    var net = NetSentiment.of(new SentimentCounts(0, 12, 0, 3));
    assertEquals(new NetSentiment(0, new Interval(-100, 100)), net);
  }

  @Test
  void aMentionWeighsOneAndOneMoreForEachInteraction() {
    // a positive mention that 8 people took up against two negative ones that nobody did
    var figures =
        new Figures(
            new SentimentCounts(2, 5, 1, 0),
            new SentimentCounts(0, 70, 8, 0),
            Emotions.NONE,
            0,
            0,
            0);
    assertEquals(-100.0 / 3, figures.labels().netSentiment(), 1e-12);
    assertEquals(100.0 * (9 - 2) / (9 + 2), figures.weightedNetSentiment(), 1e-12);
  }

  @Test
  void figuresAddUp() {
    var one =
        new Figures(
            new SentimentCounts(1, 2, 3, 4),
            new SentimentCounts(5, 6, 7, 8),
            new Emotions(1, 2, 3, 4),
            9,
            10,
            11);
    assertEquals(one, one.plus(Figures.NONE));
    assertEquals(
        new Figures(
            new SentimentCounts(2, 4, 6, 8),
            new SentimentCounts(10, 12, 14, 16),
            new Emotions(2, 4, 6, 8),
            18,
            20,
            22),
        one.plus(one));
  }

  private static void assertInterval(double low, double high, Interval interval) {
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }
}
