package dev.bellwether.local.simulator;

import java.time.Duration;
import java.time.Instant;

/**
 * The true times of a scenario. The span is half-open.
 *
 * @param launch when the new bottle is announced
 * @param storm when the first of the storm's complaints can come
 */
public record Timeline(Instant start, Instant end, Instant launch, Instant storm) {
  /** Hours from the announcement until half of the top is reached, and how steep the growth is. */
  private static final double LAUNCH_MIDDLE = 16;

  private static final double LAUNCH_SCALE = 4;
  private static final double LAUNCH_TOP_ENDS = 36;
  private static final double LAUNCH_DECAY = 34;
  private static final double STORM_RISE = 0.9;
  private static final double STORM_DECAY = 19;

  /** Hours from the storm's start until the maker calls the lids back. */
  static final double RECALL = 26;

  static Timeline endingAt(Instant end) {
    Instant start = end.minus(Duration.ofDays(14));
    return new Timeline(
        start,
        end,
        start.plus(Duration.ofHours(80)),
        start.plus(Duration.ofMinutes(9 * 1440 + 850)));
  }

  /** Share of the launch's top rate: grows along a logistic for 36 hours, then dies away. */
  double launchStrength(Instant at) {
    double t = hours(launch, at);
    if (t < 0) {
      return 0;
    }
    double growth = 1 / (1 + StrictMath.exp(-(t - LAUNCH_MIDDLE) / LAUNCH_SCALE));
    return growth * StrictMath.exp(-Math.max(0, t - LAUNCH_TOP_ENDS) / LAUNCH_DECAY);
  }

  /** Share of the storm's top rate: abrupt, then dying away over two days. */
  double stormStrength(Instant at) {
    double t = hours(storm, at);
    return t < 0
        ? 0
        : (1 - StrictMath.exp(-t / STORM_RISE)) * StrictMath.exp(-Math.max(0, t - 3) / STORM_DECAY);
  }

  /** Hours since the storm's start; negative before it. */
  double stormAge(Instant at) {
    return hours(storm, at);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 3_600_000.0;
  }
}
