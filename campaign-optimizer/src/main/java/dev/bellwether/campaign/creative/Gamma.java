package dev.bellwether.campaign.creative;

import java.util.random.RandomGenerator;

/** The gamma distribution of rate 1. */
final class Gamma {

  private Gamma() {}

  /** By rejection (Marsaglia and Tsang 2000); a shape below 1 is drawn one higher and cut down. */
  static double draw(double shape, RandomGenerator random) {
    if (shape < 1) {
      return draw(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double z = random.nextGaussian();
      double v = 1 + c * z;
      v = v * v * v;
      if (v > 0 && Math.log(1 - random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** Logarithm of the gamma function. */
  static double log(double shape) {
    return org.hipparchus.special.Gamma.logGamma(shape);
  }
}
