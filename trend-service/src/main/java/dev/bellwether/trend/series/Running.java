package dev.bellwether.trend.series;

/** Running means of the kind that is shared here. */
final class Running {

  /** So many values are remembered for what is usual. */
  private static final double LONG = 2000;

  private Running() {}

  /** Weight of the newest value: an even mean at first, an exponentially forgetting one later. */
  static double gain(double seen) {
    return gain(seen, LONG);
  }

  static double gain(double seen, double memory) {
    return Math.max(1 / (seen + 1), 1 / memory);
  }

  /** A running mean square to which an outlier adds no more than nine times what is usual. */
  static double square(double mean, double error, double reference, double seen) {
    double square = error * error;
    double bounded = seen > 100 ? Math.min(square, 9 * reference) : square;
    return mean + gain(seen) * (bounded - mean);
  }

  /** How much of the worse guess's error the better one explains, 0 to 1. */
  static double explained(double better, double worse) {
    return worse > 0 ? Math.max(0, 1 - better / worse) : 0;
  }

  static double within(double value, double limit) {
    return Math.clamp(value, -limit, limit);
  }
}
