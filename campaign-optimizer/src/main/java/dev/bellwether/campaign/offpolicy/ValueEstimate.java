package dev.bellwether.campaign.offpolicy;

/**
 * A policy's value, or what it gains, a decision. Its bounds follow Hall ("On the removal of
 * skewness by transformation", JRSS B 1992): with rare rewards and uneven weights the plain normal
 * interval ends too low at both ends.
 *
 * @param skewness of the estimate itself: its parts' by the root of their number
 */
public record ValueEstimate(double value, double standardError, double skewness) {

  private static final double Z = 1.959964;

  /** Below this the transformation is the identity to six digits. */
  private static final double STRAIGHT = 1e-6;

  /** Lower end of the 95 % interval. */
  public double low() {
    return bound(-Z);
  }

  /** Upper end of the 95 % interval. */
  public double high() {
    return bound(Z);
  }

  /** What the truth lies below with the chance that a standard normal lies below {@code z}. */
  public double bound(double z) {
    if (standardError == 0) {
      return value;
    }
    if (Math.abs(skewness) < STRAIGHT) {
      return value + z * standardError;
    }
    double root = Math.cbrt(1 + skewness * (-z - skewness / 6));
    return value - standardError * 3 / skewness * (root - 1);
  }
}
