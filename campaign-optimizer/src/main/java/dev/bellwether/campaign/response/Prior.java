package dev.bellwether.campaign.response;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * What an ad set's segment, campaign and account say about its curve before its own figures are
 * seen.
 *
 * @param logEfficiency expected logarithm of what the first unit of currency brings
 * @param efficiencyVariance its variance between ad sets
 * @param logHalfSpend expected logarithm of the half-efficiency spend
 * @param halfSpendVariance its variance between ad sets
 * @param forms probability of each {@link Saturation}, by ordinal
 * @param shape of the gamma distribution of the efficiency
 * @param rate of the gamma distribution of the efficiency
 */
record Prior(
    double logEfficiency,
    double efficiencyVariance,
    double logHalfSpend,
    double halfSpendVariance,
    double[] forms,
    double shape,
    double rate) {

  private static final double VAGUE = 1;

  /** Next to nothing is known but the order of magnitude of the efficiency. */
  static Prior vague(double logEfficiency) {
    int forms = Saturation.values().length;
    double[] alike = new double[forms];
    Arrays.fill(alike, 1.0 / forms);
    return of(logEfficiency, VAGUE, 0, VAGUE, alike);
  }

  static Prior of(
      double logEfficiency,
      double efficiencyVariance,
      double logHalfSpend,
      double halfSpendVariance,
      double[] forms) {
    // ψ'(a) ≈ 1/a + 1/(2a²) is the variance of a gamma's logarithm; solved for a
    double v = efficiencyVariance;
    double shape = (1 + Math.sqrt(1 + 2 * v)) / (2 * v);
    double rate = Math.exp(Gamma.digamma(shape) - logEfficiency);
    return new Prior(
        logEfficiency, efficiencyVariance, logHalfSpend, halfSpendVariance, forms, shape, rate);
  }
}
