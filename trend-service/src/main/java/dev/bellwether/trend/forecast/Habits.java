package dev.bellwether.trend.forecast;

import dev.bellwether.trend.forecast.ForecastSettings.Liking;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What is usual at each step: the weighted median of the same hour on earlier days, with its
 * neighbours. It needs nothing younger than a day (of a neighbour, 22 hours), so one row serves
 * every forecast of up to a day that could have been made. What a past forecast of the 23rd and
 * 24th hour would not have known of a neighbour touches weights and intervals, never a forecast.
 */
final class Habits {

  private static final double[] NEIGHBOURS = {1, 0.8, 0.3};

  /** On the scale of logs. */
  private static final double SAME = 1e-9;

  /** Weight of the past from one day to the next in a plain mean. */
  private static final double PLAIN_KEPT = 0.8;

  private final double[] smooth;
  private final int day;
  private final boolean[] restDay;
  private final double[] candidates;
  private final double[] weights;

  /**
   * @param scaled NaN where unknown
   * @param day steps
   */
  Habits(double[] scaled, Instant start, int day, int upTo) {
    this.day = day;
    this.smooth = smooth(scaled);
    this.restDay = new boolean[upTo];
    long stepMillis = 86_400_000L / day;
    for (int at = 0; at < upTo; at++) {
      var weekday = start.plusMillis(stepMillis * at).atOffset(ZoneOffset.UTC).getDayOfWeek();
      restDay[at] = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
    }
    int days = upTo / day + 1;
    candidates = new double[days];
    weights = new double[days];
  }

  /** The habit of the steps up to {@code to}; NaN where no like hour is known. */
  double[] of(Liking liking, int to) {
    var habit = new double[to];
    var byAge = new double[to / day + 1];
    for (int days = 1; days < byAge.length; days++) {
      byAge[days] = Math.pow(0.5, days / liking.halfLifeDays());
    }
    for (int at = 0; at < to; at++) {
      int count = 0;
      for (int days = 1; at - days * day >= 0; days++) {
        int then = at - days * day;
        if (then >= smooth.length || Double.isNaN(smooth[then])) {
          continue;
        }
        double kind =
            days % 7 == 0
                ? liking.sameWeekday()
                : restDay[at] == restDay[then] ? 1 : liking.otherKind();
        insert(smooth[then], byAge[days] * kind, count++);
      }
      habit[at] = median(count);
    }
    return habit;
  }

  /** No hour differs from another: a mean of all that was known a day before. */
  double[] plain(double[] scaled, int to) {
    var habit = new double[to];
    double sum = 0;
    double weight = 0;
    double kept = Math.pow(PLAIN_KEPT, 1.0 / day);
    for (int at = 0; at < to; at++) {
      int then = at - day;
      if (then >= 0 && then < scaled.length) {
        boolean known = !Double.isNaN(scaled[then]);
        sum = kept * sum + (known ? scaled[then] : 0);
        weight = kept * weight + (known ? 1 : 0);
      }
      habit[at] = weight == 0 ? Double.NaN : sum / weight;
    }
    return habit;
  }

  /** In order; equal ones as they came, whatever their last digits say. */
  private void insert(double value, double weight, int count) {
    int place = count;
    while (place > 0 && candidates[place - 1] > value + SAME) {
      candidates[place] = candidates[place - 1];
      weights[place] = weights[place - 1];
      place--;
    }
    candidates[place] = value;
    weights[place] = weight;
  }

  private double median(int count) {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += weights[i];
    }
    double before = 0;
    for (int i = 0; i < count; i++) {
      double middle = before + weights[i] / 2;
      if (middle >= total / 2) {
        if (i == 0) {
          return candidates[0];
        }
        double last = before - weights[i - 1] / 2;
        double part = (total / 2 - last) / (middle - last);
        return candidates[i - 1] + part * (candidates[i] - candidates[i - 1]);
      }
      before += weights[i];
    }
    return count == 0 ? Double.NaN : candidates[count - 1];
  }

  private static double[] smooth(double[] scaled) {
    var smooth = new double[scaled.length];
    for (int at = 0; at < scaled.length; at++) {
      double sum = 0;
      double weight = 0;
      for (int off = 1 - NEIGHBOURS.length; off < NEIGHBOURS.length; off++) {
        int near = at + off;
        if (near >= 0 && near < scaled.length && !Double.isNaN(scaled[near])) {
          sum += NEIGHBOURS[Math.abs(off)] * scaled[near];
          weight += NEIGHBOURS[Math.abs(off)];
        }
      }
      smooth[at] = weight == 0 ? Double.NaN : sum / weight;
    }
    return smooth;
  }
}
