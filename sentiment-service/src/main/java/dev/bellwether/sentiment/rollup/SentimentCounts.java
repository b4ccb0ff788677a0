package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.SentimentLabel;

/** Mentions by label. */
public record SentimentCounts(long negative, long neutral, long positive, long unknown) {

  public static final SentimentCounts NONE = new SentimentCounts(0, 0, 0, 0);

  /** These counts and {@code mentions} more with a label. */
  public SentimentCounts plus(SentimentLabel label, long mentions) {
    return switch (label) {
      case NEGATIVE -> new SentimentCounts(negative + mentions, neutral, positive, unknown);
      case NEUTRAL -> new SentimentCounts(negative, neutral + mentions, positive, unknown);
      case POSITIVE -> new SentimentCounts(negative, neutral, positive + mentions, unknown);
      case UNKNOWN -> new SentimentCounts(negative, neutral, positive, unknown + mentions);
    };
  }

  public SentimentCounts plus(SentimentCounts other) {
    return new SentimentCounts(
        negative + other.negative,
        neutral + other.neutral,
        positive + other.positive,
        unknown + other.unknown);
  }

  public long mentions() {
    return negative + neutral + positive + unknown;
  }

  /**
   * Net sentiment as Talkwalker defines it: 100·(positive − negative)/(positive + negative), from
   * −100 to 100; 0 when no mention is either.
   */
  public double netSentiment() {
    long felt = positive + negative;
    return felt == 0 ? 0 : 100.0 * (positive - negative) / felt;
  }
}
