package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/** The concave envelope of an S-shaped curve: a chord, and the curve beyond it. */
final class Envelope {

  private static final int ROUNDS = 200;

  private Envelope() {}

  /**
   * Where the tangent through the curve's point at {@code low} touches it: {@code low} where the
   * curve is concave from there on, {@code high} where it is not reached.
   */
  static double touch(Curve curve, double low, double high) {
    double inflection = curve.inflection();
    if (inflection <= low || high <= low) {
      return low;
    }
    if (high <= inflection) {
      return high;
    }
    double from = curve.at(low);
    double left = inflection;
    double right = high;
    double below = above(curve, low, from, right);
    if (below >= 0) {
      return high;
    }
    double over = above(curve, low, from, left);
    int side = 0;
    for (int round = 0; round < ROUNDS && right - left > 1e-10 * right; round++) {
      double next = left + (right - left) * Math.clamp(over / (over - below), 0.01, 0.99);
      double off = above(curve, low, from, next);
      if (off >= 0) {
        below *= side > 0 ? 0.5 : 1;
        left = next;
        over = off;
        side = 1;
      } else {
        over *= side < 0 ? 0.5 : 1;
        right = next;
        below = off;
        side = -1;
      }
    }
    return right;
  }

  /** Falls beyond the inflection, and is zero where the tangent touches. */
  private static double above(Curve curve, double low, double from, double at) {
    return curve.slope(at) * (at - low) - (curve.at(at) - from);
  }
}
