package dev.bellwether.trend.forecast;

import java.util.Arrays;

/**
 * The methods' forecasts at past origins, how far each was off, and what their weighted mean would
 * have said: weights follow the errors of the days before the origin, never later ones.
 */
final class Combination {

  private final Methods methods;
  private final ForecastSettings settings;
  private final int[] origins;
  private final double[][] losses;
  private final int day;
  private final double grain;

  /**
   * @param values in the series' unit, NaN where unknown
   * @param first step at which anything is known
   */
  Combination(
      Methods methods,
      Scale scale,
      double[] values,
      int first,
      int day,
      ForecastSettings settings) {
    this.methods = methods;
    this.settings = settings;
    this.day = day;
    this.grain = scale.grain();
    int stride = Math.max(1, settings.stride() * day / 24);
    int reach = (settings.longestSpreadDays() + settings.weighedDays()) * day;
    int earliest = Math.max(first + day, values.length - reach);
    int count = values.length <= earliest ? 0 : (values.length - 1 - earliest) / stride + 1;
    origins = new int[count];
    losses = new double[count][];
    for (int i = 0; i < count; i++) {
      origins[i] = values.length - 1 - (count - 1 - i) * stride;
      losses[i] = losses(origins[i], scale, values);
    }
  }

  /** Past origins, oldest first; at each at least one later step is over. */
  int[] origins() {
    return origins;
  }

  /** What the methods say together. */
  double at(double[] weights, int origin, int ahead) {
    double sum = 0;
    for (int method = 0; method < weights.length; method++) {
      if (weights[method] > 0) {
        sum += weights[method] * methods.at(method, origin, ahead);
      }
    }
    return sum;
  }

  /** By the errors that were known at {@code origin}; they sum to 1. */
  double[] weights(int origin) {
    var weights = new double[methods.count()];
    Arrays.fill(weights, day * grain);
    for (int i = 0; i < origins.length; i++) {
      boolean over = origins[i] + day <= origin;
      if (over && origins[i] + day > origin - settings.weighedDays() * day) {
        for (int method = 0; method < weights.length; method++) {
          weights[method] += losses[i][method];
        }
      }
    }
    double least = Arrays.stream(weights).min().orElseThrow();
    double sum = 0;
    for (int method = 0; method < weights.length; method++) {
      weights[method] = Math.exp(-settings.sharpness() * (weights[method] / least - 1));
      sum += weights[method];
    }
    for (int method = 0; method < weights.length; method++) {
      weights[method] /= sum;
    }
    return weights;
  }

  /** Sum of the absolute errors over a day, in the series' unit. */
  private double[] losses(int origin, Scale scale, double[] values) {
    var sums = new double[methods.count()];
    int end = Math.min(values.length, origin + day);
    for (int at = origin; at < end; at++) {
      if (!Double.isNaN(values[at])) {
        for (int method = 0; method < sums.length; method++) {
          sums[method] +=
              Math.abs(scale.from(methods.at(method, origin, at - origin)) - values[at]);
        }
      }
    }
    return sums;
  }
}
