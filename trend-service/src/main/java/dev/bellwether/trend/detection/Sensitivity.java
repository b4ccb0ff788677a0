package dev.bellwether.trend.detection;

import java.time.Duration;
import java.util.List;

/**
 * When something stands out.
 *
 * @param halfLife after which an observation weighs half in a habit
 * @param threshold significance from which a term alerts
 * @param aloneThreshold the same for a term that rises alone: a topic shows in several terms,
 *     chance in one
 * @param bias β of SigniTrend, authors an hour: keeps rare terms quiet
 * @param support authors within the last hour that a term needs to alert
 * @param lift how many times its habit a term must reach: a large steady term varies significantly,
 *     but not interestingly
 * @param warmUp of a monitor's first data, in which nothing alerts
 * @param outage a silence of the monitor, while its workspace is silent too, after which a monitor
 *     warms up again
 * @param fadesAfter how long a trend no longer stands out before it is fading
 * @param endsAfter how long a trend no longer stands out before it has ended
 * @param mostHabits terms a monitor remembers; the weakest are forgotten
 */
public record Sensitivity(
    Duration halfLife,
    double threshold,
    double aloneThreshold,
    double bias,
    int support,
    double lift,
    Duration warmUp,
    Duration outage,
    Duration fadesAfter,
    Duration endsAfter,
    int mostHabits) {

  public static final Sensitivity STANDARD =
      new Sensitivity(
          Duration.ofHours(36),
          3.5,
          4.5,
          1,
          5,
          2,
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofHours(2),
          Duration.ofHours(12),
          2_000);

  /** The weight of the past from one bucket to the next. */
  double keep(Buckets buckets) {
    return Math.pow(0.5, (double) buckets.length().toMillis() / halfLife.toMillis());
  }

  /**
   * SigniTrend's measure, with a Poisson floor below the variance.
   *
   * @param count authors within an hour
   * @param expected by habit
   * @param variance by habit
   */
  double significance(double count, double expected, double variance) {
    return (count - expected) / (Math.sqrt(Math.max(variance, expected)) + bias);
  }

  /** Whether terms that stand out together may begin a trend. */
  boolean begins(List<Alert> cluster) {
    return cluster.size() > 1 || cluster.getFirst().significance() >= aloneThreshold;
  }

  boolean standsOut(double significance, double count, double expected) {
    return significance >= threshold && count >= support && count >= lift * expected;
  }
}
