package dev.bellwether.trend.alerting.rule;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message that was not taken is tried again: the schedule that Standard Webhooks recommends
 * (ten attempts over about three days), each pause longer by up to a fifth, so that what failed
 * together does not come back together.
 */
public final class Retries {

  /** What is waited after the first, second, … attempt. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  public static final int ATTEMPTS = PAUSES.size() + 1;

  private static final double JITTER = 0.2;
  private static final Duration LONGEST = Duration.ofHours(24);

  private Retries() {}

  /**
   * @param attempts made so far, at least 1
   * @param asked the receiver's own wish (Retry-After), or null; it can lengthen a pause, to a day
   *     at most
   * @param chance from 0 to 1
   * @return what to wait; empty when it has been tried often enough
   */
  public static Optional<Duration> pause(int attempts, Duration asked, double chance) {
    if (attempts >= ATTEMPTS) {
      return Optional.empty();
    }
    Duration planned = PAUSES.get(attempts - 1);
    Duration pause = planned.plusMillis(Math.round(planned.toMillis() * JITTER * chance));
    return Optional.of(asked == null ? pause : max(pause, min(asked, LONGEST)));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
