package dev.bellwether.ingest.silence.habit;

import java.time.Duration;

/**
 * When a habit is known, and how far from it is silence.
 *
 * @param least no shorter time without arrivals is a silence
 * @param factor how many times its usual age the last arrival has to be old; 1 or more
 * @param days between the first and the last arrival before anything is said of a source
 * @param activeDays days (UTC) with arrivals, within {@code memory}, before anything is said: who
 *     uploads a file now and then has no habit
 * @param memory how far back arrivals count
 */
public record SilenceRules(
    Duration least, double factor, int days, int activeDays, Duration memory) {

  /** What ships. */
  public static final SilenceRules STANDARD =
      new SilenceRules(Duration.ofMinutes(15), 2, 7, 5, Duration.ofDays(42));

  /**
   * @throws IllegalArgumentException where nothing, or everything, would be silent
   */
  public SilenceRules {
    if (least.isNegative() || least.isZero()) {
      throw new IllegalArgumentException("least must be more than nothing");
    }
    if (!(factor >= 1 && factor <= 100)) {
      throw new IllegalArgumentException("factor must be from 1 to 100");
    }
    if (days < 1 || activeDays < 2) {
      throw new IllegalArgumentException("days must be 1 or more, and active days 2 or more");
    }
    if (memory.compareTo(Duration.ofDays(days)) < 0 || memory.toDays() > 366) {
      throw new IllegalArgumentException("memory must hold the days, and a year at most");
    }
  }
}
