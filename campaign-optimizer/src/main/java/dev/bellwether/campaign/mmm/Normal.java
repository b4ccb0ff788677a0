package dev.bellwether.campaign.mmm;

import java.util.random.RandomGenerator;
import org.hipparchus.special.Erf;

/** The normal distribution cut off below zero. */
final class Normal {

  private static final double FROM = -12;
  private static final double TO = 6;
  private static final int PER_UNIT = 128;

  private final double[] logCdf = new double[(int) ((TO - FROM) * PER_UNIT) + 2];

  /** Tabulates; linear between nodes, which is right to 2e-5. */
  Normal() {
    for (int i = 0; i < logCdf.length; i++) {
      double z = FROM + (double) i / PER_UNIT;
      logCdf[i] = Math.log(Erf.erfc(-z / Math.sqrt(2)) / 2);
    }
  }

  /** Logarithm of the chance that a standard normal lies below {@code z}. */
  double logCdf(double z) {
    if (z >= TO) {
      return 0;
    }
    if (z <= FROM) {
      return -z * z / 2 - Math.log(-z) - Math.log(2 * Math.PI) / 2;
    }
    double at = (z - FROM) * PER_UNIT;
    int node = (int) at;
    double rest = at - node;
    return logCdf[node] * (1 - rest) + logCdf[node + 1] * rest;
  }

  /**
   * A draw of a normal given that it is not negative, by rejection (Robert, "Simulation of
   * truncated normal variables", 1995).
   */
  static double notNegative(double mean, double deviation, RandomGenerator random) {
    double least = -mean / deviation;
    if (least < 0.5) {
      while (true) {
        double z = random.nextGaussian();
        if (z >= least) {
          return mean + deviation * z;
        }
      }
    }
    double rate = (least + Math.sqrt(least * least + 4)) / 2;
    while (true) {
      double z = least + random.nextExponential() / rate;
      if (random.nextDouble() <= Math.exp(-(z - rate) * (z - rate) / 2)) {
        return Math.max(0, mean + deviation * z);
      }
    }
  }
}
