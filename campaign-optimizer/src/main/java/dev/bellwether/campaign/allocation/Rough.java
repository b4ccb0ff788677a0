package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/** Looks at a curve point by point where its form is not known. */
final class Rough {

  private static final int POINTS = 32;

  private Rough() {}

  /** Whether the curve rises above the straight line from {@code from} to {@code until}. */
  static boolean above(Curve curve, double from, double until, double slope) {
    double start = curve.at(from);
    double tiny = 1e-9 * slope * (until - from);
    for (int k = 1; k < POINTS; k++) {
      double at = from + (until - from) * k / POINTS;
      if (curve.at(at) > start + slope * (at - from) + tiny) {
        return true;
      }
    }
    return false;
  }

  /**
   * The slope of a straight line from the curve's point at {@code from} that the curve stays below.
   * Between two points a curve that never falls is at most what it is at the second one; next to
   * {@code from} its own slopes tell.
   */
  static double steepest(Curve curve, double from, double until) {
    double start = curve.at(from);
    double width = (until - from) / POINTS;
    double steepest = curve.slope(from);
    for (int k = 1; k <= 8; k++) {
      steepest = Math.max(steepest, curve.slope(from + width * k / 8));
    }
    for (int k = 1; k <= POINTS; k++) {
      double next = curve.at(k < POINTS ? from + width * (k + 1) : until);
      steepest = Math.max(steepest, (next - start) / (width * k));
    }
    return steepest;
  }
}
