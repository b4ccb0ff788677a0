package dev.bellwether.trend.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * How far past forecasts were off, by horizon: the rolling empirical quantiles of split conformal
 * prediction, over errors made out of sample on the even scale. The last days count twice, among
 * themselves and among all, so that the intervals follow a series that calms down or grows wild.
 */
final class Spread {

  /** Of 50 % and 90 % intervals. */
  private static final double[] LEVELS = {0.05, 0.25, 0.75, 0.95};

  private static final double[] NORMAL = {-1.645, -0.674, 0.674, 1.645};

  /** Last hour ahead of each group of horizons. */
  private static final int[] GROUPS = {1, 3, 7, 14, 24};

  private final double[][] byGroup = new double[GROUPS.length][];
  private final Combination combination;
  private final double[] scaled;
  private final int day;
  private final ForecastSettings settings;
  private final double knownHours;

  Spread(Combination combination, double[] scaled, int day, ForecastSettings settings) {
    this.combination = combination;
    this.scaled = scaled;
    this.day = day;
    this.settings = settings;
    long known = Arrays.stream(scaled).filter(value -> !Double.isNaN(value)).count();
    this.knownHours = Math.max(1, known * 24.0 / day);
    var windows = settings.spreadDays().stream().map(length -> errors(length * day)).toList();
    for (int group = 0; group < GROUPS.length; group++) {
      byGroup[group] = quantiles(windows, group);
    }
  }

  /** Distances from the forecast that 5, 25, 75 and 95 % of the errors stay below. */
  double[] at(int ahead) {
    return byGroup[group(ahead)];
  }

  /** Of the origins in the last {@code window} steps, by group of horizons, ascending. */
  private double[][] errors(int window) {
    var errors = new double[GROUPS.length][64];
    var counts = new int[GROUPS.length];
    for (int origin : combination.origins()) {
      if (origin < scaled.length - window) {
        continue;
      }
      var weights = combination.weights(origin);
      int end = Math.min(scaled.length, origin + day);
      for (int at = origin; at < end; at++) {
        if (!Double.isNaN(scaled[at])) {
          int group = group(at - origin);
          if (counts[group] == errors[group].length) {
            errors[group] = Arrays.copyOf(errors[group], 2 * counts[group]);
          }
          errors[group][counts[group]++] =
              scaled[at] - combination.at(weights, origin, at - origin);
        }
      }
    }
    for (int group = 0; group < GROUPS.length; group++) {
      errors[group] = Arrays.copyOf(errors[group], counts[group]);
      Arrays.sort(errors[group]);
    }
    return errors;
  }

  private int group(int ahead) {
    int group = 0;
    while (group < GROUPS.length - 1 && 24L * ahead >= (long) GROUPS[group] * day) {
      group++;
    }
    return group;
  }

  private double[] quantiles(List<double[][]> windows, int group) {
    int most = 0;
    int used = 0;
    var quantiles = new double[LEVELS.length];
    for (var window : windows) {
      var errors = window[group];
      if (errors.length > 0) {
        used++;
        most = Math.max(most, errors.length);
        for (int level = 0; level < LEVELS.length; level++) {
          quantiles[level] += (quantile(errors, LEVELS[level]) - quantiles[level]) / used;
        }
      }
    }
    double prior = 1 / (1 + Math.pow(days(most, group) / settings.priorDays(), 2));
    double assumed = settings.priorDeviation() + settings.youngDeviation() / Math.sqrt(knownHours);
    for (int level = 0; level < LEVELS.length; level++) {
      quantiles[level] += prior * (NORMAL[level] * assumed - quantiles[level]);
    }
    return quantiles;
  }

  /** That so many errors come from. */
  private double days(int errors, int group) {
    int hours = GROUPS[group] - (group == 0 ? 0 : GROUPS[group - 1]);
    return (double) errors * settings.stride() / ((double) hours * day);
  }

  private static double quantile(double[] sorted, double part) {
    double place = Math.clamp(part * (sorted.length + 1) - 1, 0, sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
