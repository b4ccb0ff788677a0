package dev.bellwether.trend.series;

import java.util.Arrays;

/**
 * What is usual at this hour of the day and of the week (UTC), blended with the plain level: a
 * profile counts as far as it has explained values before. An outlier moves a profile by a bounded
 * step only (Huber 1964), so that today's spike is not expected again tomorrow.
 */
final class Season {

  private static final int HOURS = 24;
  private static final int WEEK = 7 * HOURS;
  private static final int LEVEL = 0;
  private static final int LEVEL_ERROR = 1;
  private static final int DAILY_ERROR = 2;
  private static final int BLENDED_ERROR = 3;
  private static final int WEEKLY_ERROR = 4;
  private static final int DAILY = 5;
  private static final int WEEKLY = DAILY + HOURS;
  static final int SIZE = WEEKLY + WEEK;

  private static final double DAYS_REMEMBERED = 30;
  private static final double WEEKS_REMEMBERED = 12;

  /** The weekly profile of a shorter time repeats what happened once. */
  private static final double WEEKS_NEEDED = 3;

  /** So many usual errors is the most that one value moves a profile by. */
  private static final double BOUND = 2;

  private final double[] cells;
  private final int offset;

  Season(double[] cells, int offset) {
    this.cells = cells;
    this.offset = offset;
  }

  static void prepare(double[] cells, int offset) {
    Arrays.fill(cells, offset + DAILY, offset + SIZE, Double.NaN);
  }

  /**
   * @param day since 1970
   * @param age days since the first value
   */
  double expected(double day, double age) {
    double blended = blended(daily(day));
    double weekly = get(weekly(day));
    return Double.isNaN(weekly) || age < 7 * WEEKS_NEEDED
        ? blended
        : blended + (weekly - blended) * Running.explained(get(WEEKLY_ERROR), get(BLENDED_ERROR));
  }

  /**
   * @param perHour how many values an hour has, at least 1
   */
  void learn(double value, double day, double age, double perHour, double seen) {
    int daily = daily(day);
    int weekly = weekly(day);
    double blended = seen == 0 ? value : blended(daily);
    learnErrors(value, blended, daily, weekly, age, seen);
    cells[offset + LEVEL] =
        seen == 0 ? value : get(LEVEL) + Running.gain(seen) * (value - get(LEVEL));
    approach(daily, value, perHour, age, DAYS_REMEMBERED, get(DAILY_ERROR));
    approach(weekly, value, perHour, age / 7, WEEKS_REMEMBERED, get(WEEKLY_ERROR));
  }

  private void learnErrors(
      double value, double blended, int daily, int weekly, double age, double seen) {
    double plain = seen == 0 ? 0 : value - get(LEVEL);
    if (!Double.isNaN(get(daily))) {
      double reference = get(LEVEL_ERROR);
      cells[offset + LEVEL_ERROR] = Running.square(reference, plain, reference, seen);
      cells[offset + DAILY_ERROR] =
          Running.square(get(DAILY_ERROR), value - get(daily), reference, seen);
    }
    if (!Double.isNaN(get(weekly)) && age >= 7 * WEEKS_NEEDED) {
      double reference = get(LEVEL_ERROR);
      cells[offset + BLENDED_ERROR] =
          Running.square(get(BLENDED_ERROR), value - blended, reference, seen);
      cells[offset + WEEKLY_ERROR] =
          Running.square(get(WEEKLY_ERROR), value - get(weekly), reference, seen);
    }
  }

  /** Moves one hour's mean towards the value. */
  private void approach(
      int hour, double value, double perHour, double visits, double remembered, double error) {
    if (Double.isNaN(get(hour))) {
      cells[offset + hour] = value;
      return;
    }
    double before = perHour * (0.5 + Math.floor(visits));
    double away = value - get(hour);
    double bounded = visits < 1 ? away : Running.within(away, BOUND * Math.sqrt(error));
    cells[offset + hour] += bounded * Running.gain(before, perHour * remembered);
  }

  private double blended(int daily) {
    double profile = get(daily);
    return Double.isNaN(profile)
        ? get(LEVEL)
        : get(LEVEL)
            + (profile - get(LEVEL)) * Running.explained(get(DAILY_ERROR), get(LEVEL_ERROR));
  }

  private double get(int cell) {
    return cells[offset + cell];
  }

  private static int daily(double day) {
    return DAILY + (int) Math.floorMod(hour(day), (long) HOURS);
  }

  private static int weekly(double day) {
    return WEEKLY + (int) Math.floorMod(hour(day), (long) WEEK);
  }

  /**
   * Since 1970; the full hour, which a fraction of a day may miss by rounding, is of its own hour.
   */
  private static long hour(double day) {
    return (long) Math.floor(day * HOURS + 1e-6);
  }
}
