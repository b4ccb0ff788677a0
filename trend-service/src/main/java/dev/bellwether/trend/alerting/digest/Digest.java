package dev.bellwether.trend.alerting.digest;

import java.util.List;

/**
 * A digest as its owner wants it.
 *
 * @param version from 1, one more with each change
 * @param channels ids, at least one
 * @param monitors ids; empty for all
 */
public record Digest(
    String id,
    int version,
    String name,
    boolean enabled,
    Cadence schedule,
    DigestTimes times,
    List<String> channels,
    List<String> monitors) {

  public Digest {
    channels = List.copyOf(channels);
    monitors = List.copyOf(monitors);
    if ((schedule == Cadence.WEEKLY) != (times.day() != null)) {
      throw new IllegalArgumentException("a weekly digest has a day, a daily one has none");
    }
  }

  boolean tellsOf(String monitor) {
    return monitors.isEmpty() || monitors.contains(monitor);
  }
}
