package dev.bellwether.trend.topology;

import dev.bellwether.contracts.sentiment.SentimentLabel;

/** How a post feels, as state keeps it: the order is written to state. */
public enum Mood {
  NEGATIVE,
  NEUTRAL,
  POSITIVE,
  /** No model speaks its language, or it is not scored. */
  UNKNOWN,
  /** Erased: stands in the place of what would otherwise be learned again from a late score. */
  FORGOTTEN;

  private static final Mood[] ALL = values();

  static Mood of(SentimentLabel label) {
    return switch (label) {
      case NEGATIVE -> NEGATIVE;
      case NEUTRAL -> NEUTRAL;
      case POSITIVE -> POSITIVE;
      case UNKNOWN -> UNKNOWN;
      case null -> UNKNOWN;
    };
  }

  static Mood of(int ordinal) {
    return ALL[ordinal];
  }
}
