package dev.bellwether.trend.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many people post around a monitor in which hour of the day (UTC).
 *
 * @param hours 24, mean authors a bucket
 * @param variance of a bucket around its hour's mean
 */
public record Rhythm(List<Hour> hours, double variance) {

  public static final Rhythm UNKNOWN = new Rhythm(Collections.nCopies(24, new Hour(0, 0)), 0);

  /** Keeps about five days. */
  private static final double LEAST_WEIGHT = 1.0 / 60;

  private static final int TRUSTED = 24;

  private static final double MOST_DEVIATIONS = 3;

  public Rhythm {
    hours = List.copyOf(hours);
  }

  /**
   * @param mean authors a bucket
   * @param seen buckets of this hour
   */
  public record Hour(double mean, int seen) {}

  public Rhythm observe(int hourOfDay, double authors) {
    var hour = hours.get(hourOfDay);
    double surprise = credible(authors - hour.mean, hour);
    double weight = Math.max(LEAST_WEIGHT, 1.0 / (hour.seen + 1));
    var next = new ArrayList<>(hours);
    next.set(hourOfDay, new Hour(hour.mean + weight * surprise, hour.seen + 1));
    double nextVariance =
        hour.seen < TRUSTED ? variance : variance + LEAST_WEIGHT * (surprise * surprise - variance);
    return new Rhythm(next, nextVariance);
  }

  /** A swell must not teach at once what it should be held against. */
  private double credible(double surprise, Hour hour) {
    double most =
        hour.seen < TRUSTED
            ? Double.POSITIVE_INFINITY
            : MOST_DEVIATIONS * Math.sqrt(Math.max(Math.max(variance, hour.mean), 1));
    return Math.clamp(surprise, -most, most);
  }

  /**
   * Authors a bucket to expect: the most of this hour and its neighbours, as people's days shift;
   * the busiest hour's while too few days are known.
   */
  public double expected(int hourOfDay) {
    var near =
        List.of(
            hours.get((hourOfDay + 23) % 24),
            hours.get(hourOfDay),
            hours.get((hourOfDay + 1) % 24));
    boolean trusted = near.stream().allMatch(hour -> hour.seen >= TRUSTED);
    return (trusted ? near : hours).stream().mapToDouble(Hour::mean).max().orElse(0);
  }
}
