package dev.bellwether.campaign.response;

import java.util.List;

/**
 * What an ad set's figures say about every curve of the grid, as the sums a Poisson likelihood
 * needs. With outcome y and mean k·e, where k is the efficiency and e the saturated spend: Σ e and
 * Σ y·ln e for each node, and Σ y.
 *
 * <p>Days without spend are left out: what they brought (late credit, organic) says nothing about a
 * curve of spend.
 */
record Evidence(double outcome, double[] exposure, double[] logLikelihood) {

  /**
   * A day counts for no more than its expected return and this many standard deviations: one typing
   * error is not a trend.
   */
  private static final double OUTLIER = 5;

  /**
   * @param expected the curve of the round before, which tells outliers; null in the first round
   * @param dispersion variance of a day's return in units of its mean
   */
  static Evidence of(
      List<Observation> observations,
      double typicalSpend,
      Weekdays weekdays,
      Curve expected,
      double dispersion) {
    double[] exposure = new double[Grid.SIZE];
    double[] logLikelihood = new double[Grid.SIZE];
    double[] halfSpends = new double[Grid.SIZE];
    for (int node = 0; node < Grid.SIZE; node++) {
      halfSpends[node] = Math.exp(Grid.logHalfSpend(node, typicalSpend));
    }
    double total = 0;
    for (Observation seen : observations) {
      if (seen.spend() > 0) {
        double y = capped(seen, weekdays, expected, dispersion);
        double scale = seen.days() * weekdays.factor(seen);
        total += y;
        for (int node = 0; node < Grid.SIZE; node++) {
          double e = scale * Grid.form(node).at(seen.dailySpend(), halfSpends[node]);
          exposure[node] += e;
          logLikelihood[node] += y * Math.log(Math.max(e, Double.MIN_NORMAL));
        }
      }
    }
    return new Evidence(total, exposure, logLikelihood);
  }

  static double capped(Observation seen, Weekdays weekdays, Curve expected, double dispersion) {
    if (expected == null) {
      return seen.outcome();
    }
    double mean = seen.days() * weekdays.factor(seen) * expected.at(seen.dailySpend());
    double deviation = Math.sqrt(dispersion * mean + dispersion * dispersion);
    return Math.min(seen.outcome(), mean + OUTLIER * deviation);
  }
}
