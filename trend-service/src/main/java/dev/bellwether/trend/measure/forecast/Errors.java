package dev.bellwether.trend.measure.forecast;

import dev.bellwether.trend.forecast.ForecastPoint;
import java.util.List;

/**
 * What was off, summed over origins.
 *
 * @param origins how many
 * @param mase sum of the mean absolute scaled errors (Hyndman and Koehler 2006)
 * @param smape sum of the symmetric mean absolute percentage errors, 0 to 200 each
 * @param within90 sum of the parts of hours within the 90 % interval
 * @param within50 the same of the 50 % interval
 */
record Errors(int origins, double mase, double smape, double within90, double within50) {

  static final Errors NONE = new Errors(0, 0, 0, 0, 0);

  /**
   * Of one origin.
   *
   * @param actual NaN where unknown, at least one known
   * @param unit error of the seasonal naive forecast on the past, above 0
   */
  static Errors of(double[] actual, double[] forecast, double unit) {
    double absolute = 0;
    double relative = 0;
    int known = 0;
    for (int ahead = 0; ahead < actual.length; ahead++) {
      if (!Double.isNaN(actual[ahead])) {
        double error = Math.abs(forecast[ahead] - actual[ahead]);
        absolute += error;
        double size = Math.abs(forecast[ahead]) + Math.abs(actual[ahead]);
        relative += size > 0 ? 200 * error / size : 0;
        known++;
      }
    }
    return new Errors(1, absolute / known / unit, relative / known, 0, 0);
  }

  static Errors of(double[] actual, List<ForecastPoint> points, double unit) {
    var of = of(actual, points.stream().mapToDouble(ForecastPoint::median).toArray(), unit);
    int known = 0;
    int in90 = 0;
    int in50 = 0;
    for (int ahead = 0; ahead < actual.length; ahead++) {
      var point = points.get(ahead);
      if (!Double.isNaN(actual[ahead])) {
        known++;
        in90 += actual[ahead] >= point.low90() && actual[ahead] <= point.high90() ? 1 : 0;
        in50 += actual[ahead] >= point.low50() && actual[ahead] <= point.high50() ? 1 : 0;
      }
    }
    return new Errors(1, of.mase, of.smape, (double) in90 / known, (double) in50 / known);
  }

  Errors plus(Errors other) {
    return new Errors(
        origins + other.origins,
        mase + other.mase,
        smape + other.smape,
        within90 + other.within90,
        within50 + other.within50);
  }

  double meanMase() {
    return mase / origins;
  }

  double meanSmape() {
    return smape / origins;
  }

  double coverage90() {
    return within90 / origins;
  }

  double coverage50() {
    return within50 / origins;
  }
}
