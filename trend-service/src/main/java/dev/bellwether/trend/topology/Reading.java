package dev.bellwether.trend.topology;

/** What a record of one of the two topics with posts turned out to be. */
public sealed interface Reading permits MentionReading, ScoreReading {

  /**
   * Why the record goes to the dead letters; null where it does not.
   */
  default String refused() {
    return null;
  }
}
