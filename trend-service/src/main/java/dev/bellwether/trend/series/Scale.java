package dev.bellwether.trend.series;

/** What is known of a series' values before any is seen. It bounds what can be expected. */
public enum Scale {
  /** Nothing. */
  ANY(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** Counts and amounts of money: never below 0. */
  AMOUNT(0, Double.POSITIVE_INFINITY),
  /** 0 to 1. */
  SHARE(0, 1);

  private final double least;
  private final double most;

  Scale(double least, double most) {
    this.least = least;
    this.most = most;
  }

  double clip(double value) {
    return Math.clamp(value, least, most);
  }
}
