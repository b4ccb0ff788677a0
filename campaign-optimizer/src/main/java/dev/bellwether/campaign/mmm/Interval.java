package dev.bellwether.campaign.mmm;

import java.util.Arrays;

/** Mean and 90 % interval of a posterior's draws. */
public record Interval(double low, double mean, double high) {

  private static final double TAIL = 0.05;

  static Interval of(double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    return new Interval(
        quantile(sorted, TAIL),
        Arrays.stream(draws).average().orElse(Double.NaN),
        quantile(sorted, 1 - TAIL));
  }

  /** Linear between order statistics. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
