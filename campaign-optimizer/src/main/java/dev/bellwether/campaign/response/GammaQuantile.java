package dev.bellwether.campaign.response;

/**
 * Quantiles of the gamma distribution by the cube-root normal approximation of Wilson and Hilferty
 * (PNAS 1931): within a few parts in a thousand at shape 1 and better above, and hundreds of times
 * cheaper than inverting the exact distribution, of which a set of curves needs a hundred thousand.
 */
final class GammaQuantile {

  private GammaQuantile() {}

  /** The value below which a standard normal would lie below {@code z}. Zero or more. */
  static double of(double shape, double rate, double z) {
    double ninth = 1 / (9 * shape);
    double root = Math.max(0, 1 - ninth + z * Math.sqrt(ninth));
    return shape * root * root * root / rate;
  }
}
