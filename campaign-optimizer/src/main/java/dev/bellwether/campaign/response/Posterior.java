package dev.bellwether.campaign.response;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Gamma;

/**
 * An ad set's curve given its prior and its evidence. The efficiency has a gamma prior, conjugate
 * to the Poisson likelihood, so it is integrated out in closed form at every node of the grid (a
 * negative-binomial marginal); over- and underdispersion divide the evidence (quasi-likelihood).
 */
record Posterior(
    PosteriorCurve curve,
    double logEfficiency,
    double efficiencyVariance,
    double logHalfSpend,
    double halfSpendVariance,
    double[] forms) {

  static Posterior of(Prior prior, Evidence evidence, double typicalSpend, double dispersion) {
    // ψ'(a) ≈ 1/a + 1/(2a²) is the variance of a gamma's logarithm; solved for a
    double v = prior.efficiencyVariance();
    double shape = (1 + Math.sqrt(1 + 2 * v)) / (2 * v);
    double rate = Math.exp(Gamma.digamma(shape) - prior.logEfficiency());
    double seen = evidence.outcome() / dispersion;
    double[] logWeight = new double[Grid.SIZE];
    double most = Double.NEGATIVE_INFINITY;
    for (int node = 0; node < Grid.SIZE; node++) {
      double z = Grid.logHalfSpend(node, typicalSpend) - prior.logHalfSpend();
      logWeight[node] =
          Math.log(prior.forms()[Grid.form(node).ordinal()])
              - z * z / (2 * prior.halfSpendVariance())
              + evidence.logLikelihood()[node] / dispersion
              - (shape + seen) * Math.log(rate + evidence.exposure()[node] / dispersion);
      most = Math.max(most, logWeight[node]);
    }
    return mixed(logWeight, most, shape + seen, rate, evidence, typicalSpend, dispersion);
  }

  private static Posterior mixed(
      double[] logWeight,
      double most,
      double shape,
      double rate,
      Evidence evidence,
      double typicalSpend,
      double dispersion) {
    double total = 0;
    for (double weight : logWeight) {
      total += Math.exp(weight - most);
    }
    List<PosteriorCurve.Component> components = new ArrayList<>(Grid.SIZE);
    double[] forms = new double[Saturation.values().length];
    Moments efficiency = new Moments();
    Moments halfSpend = new Moments();
    double expectedLog = Gamma.digamma(shape);
    for (int node = 0; node < Grid.SIZE; node++) {
      double weight = Math.exp(logWeight[node] - most) / total;
      double logHalf = Grid.logHalfSpend(node, typicalSpend);
      double posteriorRate = rate + evidence.exposure()[node] / dispersion;
      components.add(
          new PosteriorCurve.Component(
              weight, Grid.form(node), Math.exp(logHalf), shape, posteriorRate));
      forms[Grid.form(node).ordinal()] += weight;
      efficiency.add(weight, expectedLog - Math.log(posteriorRate));
      halfSpend.add(weight, logHalf);
    }
    return new Posterior(
        new PosteriorCurve(components),
        efficiency.mean(),
        efficiency.variance() + Gamma.trigamma(shape),
        halfSpend.mean(),
        halfSpend.variance(),
        forms);
  }

  /** Mean and variance of values with weights that add up to 1. */
  private static final class Moments {
    private double sum;
    private double squares;

    void add(double weight, double value) {
      sum += weight * value;
      squares += weight * value * value;
    }

    double mean() {
      return sum;
    }

    double variance() {
      return Math.max(0, squares - sum * sum);
    }
  }
}
