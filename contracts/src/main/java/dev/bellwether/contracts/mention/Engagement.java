package dev.bellwether.contracts.mention;

/** Counts at the time of the revision, each zero or more. */
public record Engagement(long likes, long reposts, long replies, long views) {

  public static final Engagement NONE = new Engagement(0, 0, 0, 0);
}
