package dev.bellwether.local.supervision;

import java.time.Duration;

/**
 * How long to wait before a child that died is started again: longer every time, until it has lived
 * for a while. After {@link #MOST} short lives in a row it is not worth another.
 */
record Backoff(int deaths) {

  static final Backoff NONE = new Backoff(0);

  /** The pauses between so many add up to a minute, the starts come on top. */
  static final int MOST = 8;

  private static final Duration FIRST = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration HEALTHY = Duration.ofMinutes(1);

  Backoff after(Duration lived) {
    return new Backoff(lived.compareTo(HEALTHY) >= 0 ? 1 : deaths + 1);
  }

  boolean isHopeless() {
    return deaths >= MOST;
  }

  Duration pause() {
    long doubled = FIRST.toMillis() << Math.clamp(deaths - 1, 0, 20);
    return Duration.ofMillis(Math.min(doubled, LONGEST.toMillis()));
  }
}
