package dev.bellwether.sentiment.summary;

import dev.bellwether.sentiment.rollup.SentimentCounts;

/**
 * Net sentiment with how sure it is.
 *
 * @param value from −100 to 100, see {@link SentimentCounts#netSentiment}
 * @param interval 95 %, from −100 to 100; all of that when no mention is positive or negative
 */
public record NetSentiment(double value, Interval interval) {

  private static final double SPREAD = 200;
  private static final double LOWEST = -100;

  /**
   * Wilson's interval of positive/(positive + negative), carried over to net sentiment, which is
   * 200 times that proportion less 100. It takes the mentions as drawn independently from all that
   * might have been written, and their labels as right: what a model gets wrong, or one author
   * writes many times, is not in it.
   */
  public static NetSentiment of(SentimentCounts labels) {
    double value = labels.netSentiment();
    long felt = labels.positive() + labels.negative();
    var interval = Wilson.of(labels.positive(), felt).mapped(SPREAD, LOWEST);
    // value is worked out otherwise than the interval, and may be off by the last bit
    return new NetSentiment(
        value, new Interval(Math.min(interval.low(), value), Math.max(interval.high(), value)));
  }
}
