package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * An ad set's curve given its prior and what its figures taught. The efficiency has a gamma prior,
 * conjugate to the Poisson likelihood, so it is integrated out in closed form at every node of the
 * grid (a negative-binomial marginal); over- and underdispersion divide the evidence
 * (quasi-likelihood).
 *
 * @param efficiencies by node of the grid: its probability times its expected efficiency
 */
record Posterior(
    PosteriorCurve curve,
    double[] efficiencies,
    double logEfficiency,
    double efficiencyVariance,
    double logHalfSpend,
    double halfSpendVariance,
    double[] forms) {

  /**
   * @param scale the spend that the grid is laid around
   */
  static Posterior of(Prior prior, Knowledge knowledge, double scale) {
    double[][] weights = new double[knowledge.memories()][Grid.SIZE];
    double most = Double.NEGATIVE_INFINITY;
    double logScale = Math.log(scale);
    for (int node = 0; node < Grid.SIZE; node++) {
      double z = logScale + Grid.logHalfSpend(node) - prior.logHalfSpend();
      double before =
          Math.log(prior.forms()[Grid.form(node).ordinal()])
              - z * z / (2 * prior.halfSpendVariance());
      for (int m = 0; m < weights.length; m++) {
        weights[m][node] = before + knowledge.fit(m, node);
        most = Math.max(most, weights[m][node]);
      }
    }
    double total = 0;
    for (double[] row : weights) {
      for (int node = 0; node < Grid.SIZE; node++) {
        row[node] = Math.exp(row[node] - most);
        total += row[node];
      }
    }
    return mixed(prior, knowledge, weights, total, logScale);
  }

  private static Posterior mixed(
      Prior prior, Knowledge knowledge, double[][] weights, double total, double logScale) {
    double[] efficiencies = new double[Grid.SIZE];
    List<PosteriorCurve.Component> components = new ArrayList<>();
    double[] forms = new double[Saturation.values().length];
    Moments efficiency = new Moments();
    Moments halfSpend = new Moments();
    for (int m = 0; m < weights.length; m++) {
      double shape = prior.shape() + knowledge.outcome(m);
      double expectedLog = Gamma.digamma(shape);
      double scatter = Gamma.trigamma(shape);
      for (int node = 0; node < Grid.SIZE; node++) {
        double weight = weights[m][node] / total;
        if (weight > PosteriorCurve.NEGLIGIBLE) {
          double logHalf = logScale + Grid.logHalfSpend(node);
          double rate = prior.rate() + knowledge.exposure(m, node);
          components.add(
              new PosteriorCurve.Component(
                  weight, Grid.form(node), Math.exp(logHalf), shape, rate));
          efficiencies[node] += weight * shape / rate;
          forms[Grid.form(node).ordinal()] += weight;
          efficiency.add(weight, expectedLog - Math.log(rate), scatter);
          halfSpend.add(weight, logHalf, 0);
        }
      }
    }
    return new Posterior(
        PosteriorCurve.of(components),
        efficiencies,
        efficiency.mean(),
        efficiency.variance(),
        halfSpend.mean(),
        halfSpend.variance(),
        forms);
  }

  /** The expected outcome of a day with these exposures, by node, on a mean weekday. */
  double expected(double[] exposure) {
    double sum = 0;
    for (int k = 0; k < exposure.length; k++) {
      sum += efficiencies[k] * exposure[k];
    }
    return sum;
  }

  /** Mean and variance of values with weights that add up to 1. */
  private static final class Moments {
    private double sum;
    private double squares;
    private double weights;

    void add(double weight, double value, double variance) {
      sum += weight * value;
      squares += weight * (value * value + variance);
      weights += weight;
    }

    double mean() {
      return sum / weights;
    }

    double variance() {
      return Math.max(0, squares / weights - mean() * mean());
    }
  }
}
