package dev.bellwether.campaign.response;

import java.time.DayOfWeek;

/** Outcomes seen, and expected if all weekdays were alike, by weekday, Monday first. */
final class WeekSums {

  private static final int DAYS = DayOfWeek.values().length;

  private final double[] seen = new double[DAYS];
  private final double[] expected = new double[DAYS];

  void add(long epochDay, double outcome, double expectation) {
    int weekday = Weekdays.index(epochDay);
    seen[weekday] += outcome;
    expected[weekday] += expectation;
  }

  void add(WeekSums other) {
    for (int day = 0; day < DAYS; day++) {
      seen[day] += other.seen[day];
      expected[day] += other.expected[day];
    }
  }

  void forget(double kept) {
    for (int day = 0; day < DAYS; day++) {
      seen[day] *= kept;
      expected[day] *= kept;
    }
  }

  WeekSums copy() {
    WeekSums copy = new WeekSums();
    copy.add(this);
    return copy;
  }

  /**
   * What these sums make of {@code before}.
   *
   * @param doubt expected outcomes that a weekday must have before its own ratio weighs as much
   */
  Weekdays update(Weekdays before, double doubt) {
    double[] factors = before.array();
    for (int day = 0; day < DAYS; day++) {
      factors[day] *= (seen[day] + doubt) / (expected[day] * factors[day] + doubt);
    }
    return Weekdays.scaled(factors);
  }
}
