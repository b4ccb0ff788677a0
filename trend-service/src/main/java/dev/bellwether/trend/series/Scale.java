package dev.bellwether.trend.series;

/** What is known of a series' values before any is seen. */
public enum Scale {
  /** Nothing. */
  ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** How often something happened: never below 0, and never steadier than chance (Poisson) is. */
  COUNT(0, Double.POSITIVE_INFINITY),
  /** Money and its like: never below 0. */
  AMOUNT(0, Double.POSITIVE_INFINITY),
  /** 0 to 1. */
  SHARE(0, 1);

  /** A Poisson distribution's mean absolute deviation, in its standard deviations. */
  private static final double DEVIATION = 0.8;

  private final double least;
  private final double most;

  Scale(double least, double most) {
    this.least = least;
    this.most = most;
  }

  double clip(double value) {
    return Math.clamp(value, least, most);
  }

  /**
   * The spread that chance alone makes.
   *
   * @param size mean of the values
   */
  double noise(double size) {
    return this == COUNT ? DEVIATION * Math.sqrt(Math.max(1, size)) : 0;
  }
}
