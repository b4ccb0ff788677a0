package dev.bellwether.campaign.measure.allocate;

import dev.bellwether.campaign.response.Curve;

/**
 * {@code ceiling · xˢ / (xˢ + halfˢ)}: concave for a shape s of 1, S-shaped above.
 *
 * @param half the spend that brings half of the ceiling
 * @param shape 1 or more
 */
record Hill(double ceiling, double half, double shape) implements Curve {

  /** Newton's error is about this squared when its last step was as long. */
  private static final double STEP = 1e-7;

  private static final int ROUNDS = 60;

  Hill {
    if (!(ceiling >= 0) || !(half > 0) || !(shape >= 1)) {
      throw new IllegalArgumentException(
          "no Hill curve: ceiling " + ceiling + ", half " + half + ", shape " + shape);
    }
  }

  @Override
  public double at(double spend) {
    if (shape == 1) {
      return ceiling * (spend / (spend + half));
    }
    double reached = Math.pow(spend / half, shape);
    return ceiling * (1 - 1 / (1 + reached));
  }

  @Override
  public double slope(double spend) {
    if (shape == 1) {
      double share = half / (spend + half);
      return ceiling / half * share * share;
    }
    if (spend <= 0) {
      return 0;
    }
    double reached = Math.pow(spend / half, shape);
    return ceiling * shape / spend * (1 / (1 + 1 / reached)) / (1 + reached);
  }

  @Override
  public double inflection() {
    return shape == 1 ? 0 : half * Math.pow((shape - 1) / (shape + 1), 1 / shape);
  }

  @Override
  public boolean convexBelowInflection() {
    return true;
  }

  @Override
  public double tangent(double low, double high) {
    return low > 0 || shape == 1
        ? Curve.super.tangent(low, high)
        : Math.min(high, half * Math.pow(shape - 1, 1 / shape));
  }

  /** In closed form for shape 1, else by Newton on the logarithm of slope by that of spend. */
  @Override
  public double spendAt(double slope, double low, double high, double guess) {
    if (shape == 1) {
      return Math.clamp(half * (Math.sqrt(ceiling / (half * slope)) - 1), low, high);
    }
    double wanted = Math.log(slope * half / (ceiling * shape));
    double first = guess > low && guess < high ? guess : low + (high - low) / 2;
    double most = Math.log(high / half);
    double log = Math.log(first / half);
    for (int round = 0; round < ROUNDS; round++) {
      double reached = Math.exp(shape * log);
      double off = (shape - 1) * log - 2 * Math.log1p(reached) - wanted;
      double falls = 2 * shape / (1 + 1 / reached) - (shape - 1);
      // Beyond the inflection the function is concave: a tangent never ends left of the root
      double next = falls > 0 ? Math.min(most, log + off / falls) : most;
      double step = Math.abs(next - log);
      log = next;
      if (step < STEP) {
        break;
      }
    }
    return Math.clamp(half * Math.exp(log), low, high);
  }
}
