package dev.bellwether.campaign.mmm;

import java.util.random.RandomGenerator;

/**
 * The media's effects above each other: of one medium over geos (a normal cut off at zero around
 * the medium's mean), and of the means over media (a half normal). Drawn on grids, which needs no
 * tuning (griddy Gibbs; Ritter and Tanner, JASA 1992).
 */
final class Hyper {

  private static final int MEANS = 41;
  private static final int SPREADS = 15;
  private static final double LEAST_MEAN = 0.002;
  private static final double LEAST_SPREAD = 0.01;

  /** No medium is thought, before the data, to bring more than this share by much. */
  private static final double MOST_SPREAD = 0.5;

  private final double[] means = new double[MEANS];
  private final double[] spreads = new double[SPREADS];
  private final Normal normal;

  Hyper(Normal normal) {
    this.normal = normal;
    for (int i = 1; i < MEANS; i++) {
      means[i] = LEAST_MEAN * Math.pow(1 / LEAST_MEAN, (i - 1.0) / (MEANS - 2));
    }
    for (int i = 0; i < SPREADS; i++) {
      spreads[i] = LEAST_SPREAD * Math.pow(MOST_SPREAD / LEAST_SPREAD, i / (SPREADS - 1.0));
    }
  }

  /** Mean and spread of one medium's effects over geos. */
  record Level(double mean, double spread) {}

  /** A half normal's spread given what it drew. */
  double spread(double[] values, RandomGenerator random) {
    double squares = 0;
    for (double value : values) {
      squares += value * value;
    }
    double[] logs = new double[SPREADS];
    for (int i = 0; i < SPREADS; i++) {
      logs[i] = -values.length * Math.log(spreads[i]) - squares / (2 * spreads[i] * spreads[i]);
    }
    return spreads[pick(logs, random)];
  }

  /**
   * @param effects by geo
   * @param top the half normal's spread that the mean is drawn from
   */
  Level level(double[] effects, double top, RandomGenerator random) {
    double sum = 0;
    double squares = 0;
    for (double effect : effects) {
      sum += effect;
      squares += effect * effect;
    }
    int geos = effects.length;
    double[] logs = new double[MEANS * SPREADS];
    for (int m = 0; m < MEANS; m++) {
      double mean = means[m];
      // Nodes are evenly spaced in the logarithm, so each stands for a stretch as long as itself
      double width = Math.log(Math.max(mean, LEAST_MEAN));
      double prior = width - mean * mean / (2 * top * top);
      double off = squares - 2 * mean * sum + geos * mean * mean;
      for (int s = 0; s < SPREADS; s++) {
        double spread = spreads[s];
        logs[m * SPREADS + s] =
            prior
                - off / (2 * spread * spread)
                - geos * (Math.log(spread) + normal.logCdf(mean / spread));
      }
    }
    int picked = pick(logs, random);
    return new Level(means[picked / SPREADS], spreads[picked % SPREADS]);
  }

  /** A draw of the index, in proportion to the exponentials. Changes {@code logs}. */
  static int pick(double[] logs, RandomGenerator random) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += Math.exp(logs[i] - most);
      logs[i] = sum;
    }
    double at = random.nextDouble() * sum;
    for (int i = 0; i < logs.length; i++) {
      if (at < logs[i]) {
        return i;
      }
    }
    return logs.length - 1;
  }
}
