package dev.bellwether.trend.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A series' past, oldest first: all that a forecast needs to know, so a memory keeps nothing but
 * this.
 *
 * @param start when the first step begins
 * @param step length of a step, of which a day has a whole number; an hour as a rule
 * @param values one a step; NaN where nothing is known, which is not the same as 0
 */
public record HourlyHistory(Instant start, Duration step, double[] values) {

  /** Five weeks: what lies further back no longer moves a forecast. */
  public static final Duration KEPT = Duration.ofDays(35);

  public HourlyHistory {
    if (step.isZero()
        || step.isNegative()
        || Duration.ofDays(1).toMillis() % step.toMillis() != 0) {
      throw new IllegalArgumentException("a day has no whole number of steps of " + step);
    }
    for (double value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("a value is infinite; leave unknown ones NaN");
      }
    }
    values = values.clone();
  }

  public static HourlyHistory hours(Instant start, double... values) {
    return new HourlyHistory(start, Duration.ofHours(1), values);
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /** When the last step ends. */
  public Instant end() {
    return start.plus(step.multipliedBy(values.length));
  }

  /**
   * With the value of a later step; steps between are unknown, and what is older than {@link #KEPT}
   * is forgotten.
   *
   * @param at when the step begins, not before {@link #end()}
   * @throws IllegalArgumentException if it is before
   */
  public HourlyHistory with(Instant at, double value) {
    if (at.isBefore(end())) {
      throw new IllegalArgumentException(
          "a step at " + at + " is not after the history, which ends at " + end());
    }
    long gap = Duration.between(end(), at).dividedBy(step);
    int kept = kept();
    if (gap >= kept) {
      return new HourlyHistory(at, step, new double[] {value});
    }
    int length = values.length + (int) gap + 1;
    var next = Arrays.copyOf(values, length);
    Arrays.fill(next, values.length, length - 1, Double.NaN);
    next[length - 1] = value;
    return new HourlyHistory(start, step, next).recent();
  }

  /** No more than {@link #KEPT} of it. */
  HourlyHistory recent() {
    int forgotten = values.length - kept();
    return forgotten <= 0
        ? this
        : new HourlyHistory(
            start.plus(step.multipliedBy(forgotten)),
            step,
            Arrays.copyOfRange(values, forgotten, values.length));
  }

  int stepsADay() {
    return (int) Duration.ofDays(1).dividedBy(step);
  }

  private int kept() {
    return (int) KEPT.dividedBy(step);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HourlyHistory that
        && start.equals(that.start)
        && step.equals(that.step)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * start.hashCode() + step.hashCode()) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "HourlyHistory[start=%s, step=%s, steps=%d]".formatted(start, step, values.length);
  }
}
