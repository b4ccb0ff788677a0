package dev.bellwether.contracts.mention;

/**
 * Counts at the time of the revision.
 *
 * @param likes zero or more
 * @param reposts zero or more
 * @param replies zero or more
 * @param views zero or more
 */
public record Engagement(long likes, long reposts, long replies, long views) {

  public static final Engagement NONE = new Engagement(0, 0, 0, 0);
}
