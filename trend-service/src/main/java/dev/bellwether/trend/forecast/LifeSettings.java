package dev.bellwether.trend.forecast;

import java.util.List;

/**
 * What a {@link LifeForecaster} assumes; chosen by leaving one event out.
 *
 * @param decay of the burst's kernel
 * @param delay hours, of a burst around something that has a habit
 * @param newDelay hours that are added for what has none
 * @param newness power of the share above habit by which {@code newDelay} is taken
 * @param habitKept of the habit's mean that a common day has: bursts of before are in the mean
 * @param windows last hours whose counts tell the burst's size, with weights that sum to 1
 * @param total quantiles of the error of the day's total
 * @param hourly quantiles of the error of one hour's count
 * @param spread by which quantiles are multiplied
 */
public record LifeSettings(
    double decay,
    double delay,
    double newDelay,
    double newness,
    double habitKept,
    List<Window> windows,
    Quantiles total,
    Quantiles hourly,
    Spreading spread) {

  public static final LifeSettings STANDARD =
      new LifeSettings(
          0.6,
          0.25,
          4,
          16,
          0.8,
          List.of(new Window(1, 0.2), new Window(6, 0.4), new Window(24, 0.4)),
          new Quantiles(-2, -0.64, -0.1, 0.43, 1.56),
          new Quantiles(-2.47, -1.19, -0.41, 0.33, 1.64),
          new Spreading(0.5, 0.6, 0.5, 12, 1, 0.5));

  public LifeSettings {
    windows = List.copyOf(windows);
  }

  /** The same with another kernel. */
  public LifeSettings with(double otherDecay, double otherDelay, double otherNewDelay) {
    return new LifeSettings(
        otherDecay, otherDelay, otherNewDelay, newness, habitKept, windows, total, hourly, spread);
  }

  BurstKernel kernel(double novelty) {
    return new BurstKernel(decay, delay + newDelay * Math.pow(novelty, newness));
  }

  public record Window(double hours, double weight) {}

  /** On the scale of log(1 + mentions), ascending. */
  public record Quantiles(double low90, double low50, double median, double high50, double high90) {

    Range around(double expected, double spread) {
      return new Range(
          at(expected, median * spread),
          at(expected, low50 * spread),
          at(expected, high50 * spread),
          at(expected, low90 * spread),
          at(expected, high90 * spread));
    }

    private static double at(double expected, double off) {
      return Math.max(0, Math.exp(Math.log1p(expected) + off) - 1);
    }
  }

  /**
   * Wider for a burst than for a habit, and the wider the younger.
   *
   * @param habit where all is habit
   * @param burst added where all is burst
   * @param young added to that at age 0, wearing off over {@code youngHours}
   * @param newborn the same in the first hour, over {@code newbornHours}
   */
  public record Spreading(
      double habit,
      double burst,
      double young,
      double youngHours,
      double newborn,
      double newbornHours) {

    double at(double share, double age) {
      return habit
          + share
              * (burst
                  + young * Math.exp(-age / youngHours)
                  + newborn * Math.exp(-age / newbornHours));
    }
  }
}
