package dev.bellwether.campaign.pacing;

import java.time.Duration;

/**
 * When spend is off its plan.
 *
 * @param tolerance share of what should be spent by now that it may be off by; above 0
 * @param reportingDelay how long platforms take to report an hour; what is younger is not looked at
 * @param leastShare of the day's budget that should be spent before anything is said, from 0 to 1:
 *     a day's first euros say nothing
 */
public record PacingRules(double tolerance, Duration reportingDelay, double leastShare) {

  /** What ships. */
  public static final PacingRules STANDARD = new PacingRules(0.2, Duration.ofHours(3), 0.25);

  /**
   * @throws IllegalArgumentException where nothing, or everything, would be off
   */
  public PacingRules {
    if (!(tolerance > 0 && tolerance <= 10)) {
      throw new IllegalArgumentException("tolerance must be above 0 and at most 10");
    }
    if (reportingDelay.isNegative() || reportingDelay.compareTo(Duration.ofDays(7)) > 0) {
      throw new IllegalArgumentException("the reporting delay must be from 0 to 7 days");
    }
    if (!(leastShare >= 0 && leastShare <= 1)) {
      throw new IllegalArgumentException("the least share must be from 0 to 1");
    }
  }
}
