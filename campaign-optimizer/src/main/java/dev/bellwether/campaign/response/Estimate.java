package dev.bellwether.campaign.response;

/** A best estimate, and the interval that holds the true value with probability 0.9. */
public record Estimate(double low, double mean, double high) {

  /**
   * The interval of a quantity of zero or more with this mean and variance, taken as
   * gamma-distributed: skewed where it is uncertain, close to normal where it is not.
   */
  static Estimate ofMoments(double mean, double variance) {
    if (!(mean > 0) || !(variance > 0)) {
      return new Estimate(Math.max(0, mean), Math.max(0, mean), Math.max(0, mean));
    }
    double shape = mean * mean / variance;
    double rate = mean / variance;
    double z = 1.6448536269514722;
    return new Estimate(
        GammaQuantile.of(shape, rate, -z), mean, Math.max(mean, GammaQuantile.of(shape, rate, z)));
  }
}
