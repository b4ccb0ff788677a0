package dev.bellwether.trend.forecast;

import java.util.ArrayList;
import java.util.Arrays;

/** Forecasts a series that has a habit. Holds no state: a forecast follows from the history. */
public final class Forecaster {

  /** Days ahead that a forecast may reach. */
  private static final int MOST_DAYS = 7;

  private final Bounds bounds;

  public Forecaster(Bounds bounds) {
    this.bounds = bounds;
  }

  /**
   * @param steps how many to look ahead, 1 to a week's
   * @throws IllegalArgumentException if the history holds no known value or {@code steps} is out of
   *     range
   */
  public Forecast forecast(HourlyHistory history, int steps) {
    var recent = history.recent();
    int day = recent.stepsADay();
    if (steps < 1 || steps > MOST_DAYS * day) {
      throw new IllegalArgumentException(
          "steps must be 1 to %d, it is %d".formatted(MOST_DAYS * day, steps));
    }
    var values = recent.values();
    var known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException(
          "nothing is known of the series up to " + recent.end() + ": a forecast needs one value");
    }
    var points = new ArrayList<ForecastPoint>();
    for (int ahead = 0; ahead < steps; ahead++) {
      var same = new ArrayList<Double>();
      for (int at = values.length + ahead % day - day; at >= 0 && same.size() < 7; at -= day) {
        if (Double.isFinite(values[at])) {
          same.add(values[at]);
        }
      }
      var like =
          same.isEmpty()
              ? known
              : same.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      points.add(
          new ForecastPoint(
              recent.end().plus(recent.step().multipliedBy(ahead)),
              bounds.clamp(quantile(like, 0.5)),
              bounds.clamp(quantile(like, 0.25)),
              bounds.clamp(quantile(like, 0.75)),
              bounds.clamp(quantile(like, 0.05)),
              bounds.clamp(quantile(like, 0.95))));
    }
    return new Forecast(recent.end(), recent.step(), points);
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
