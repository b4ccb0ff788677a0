package dev.bellwether.trend.topology;

/** What a record of one of the two topics with posts turned out to be. */
public sealed interface Reading permits MentionReading, ScoreReading {

  /**
   * A record that cannot be used.
   *
   * @param reason what is wrong with it, without its words
   */
  record Refused(byte[] value, String reason) {}

  /** What goes to the dead letters; null where nothing does. */
  default Refused refused() {
    return null;
  }
}
