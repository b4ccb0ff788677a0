package dev.bellwether.trend.forecast;

import java.util.ArrayList;

/**
 * Forecasts a series that has a habit: a combination of simple methods, weighted by how they did of
 * late (M4: combinations of simple methods win), with intervals from the errors the combination
 * made of late. Holds no state: a forecast follows from the history alone, so the same history
 * gives the same forecast.
 */
public final class Forecaster {

  /** Days ahead that a forecast may reach. */
  private static final int MOST_DAYS = 7;

  private final Bounds bounds;
  private final ForecastSettings settings;

  /** With the settings that ship. */
  public Forecaster(Bounds bounds) {
    this(bounds, ForecastSettings.STANDARD);
  }

  public Forecaster(Bounds bounds, ForecastSettings settings) {
    this.bounds = bounds;
    this.settings = settings;
  }

  /**
   * @param history values outside the bounds count as the bound
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
    int first = firstKnown(values);
    if (first == values.length) {
      throw new IllegalArgumentException(
          "nothing is known of the series up to " + recent.end() + ": a forecast needs one value");
    }
    var scale = Scale.of(bounds, values);
    var scaled = scale.to(values);
    var methods = new Methods(scaled, recent.start(), day, steps, settings);
    var combination = new Combination(methods, scale, values, first, day, settings);
    var spread = new Spread(combination, scaled, day, settings);
    var weights = combination.weights(values.length);
    var points = new ArrayList<ForecastPoint>(steps);
    for (int ahead = 0; ahead < steps; ahead++) {
      double middle = combination.at(weights, values.length, ahead);
      var off = spread.at(ahead);
      points.add(
          new ForecastPoint(
              recent.end().plus(recent.step().multipliedBy(ahead)),
              scale.from(middle),
              scale.from(middle + Math.min(0, off[1])),
              scale.from(middle + Math.max(0, off[2])),
              scale.from(middle + Math.min(0, off[0])),
              scale.from(middle + Math.max(0, off[3]))));
    }
    return new Forecast(recent.end(), recent.step(), points);
  }

  private static int firstKnown(double[] values) {
    int first = 0;
    while (first < values.length && Double.isNaN(values[first])) {
      first++;
    }
    return first;
  }
}
