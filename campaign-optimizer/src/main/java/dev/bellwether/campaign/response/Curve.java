package dev.bellwether.campaign.response;

/**
 * What a day's spend brings: never falling, from zero at zero spend; concave, or S-shaped (convex
 * up to one {@link #inflection} and concave beyond). Spend is in units of currency (not micros),
 * the return in units of the goal.
 */
public interface Curve {

  /** The return of {@code spend} ≥ 0. */
  double at(double spend);

  /**
   * The return of the next unit of currency at {@code spend} ≥ 0: finite, zero or more, never
   * rising with spend beyond {@link #inflection}.
   */
  double slope(double spend);

  /** The spend from which on the curve is concave: zero where all of it is. */
  default double inflection() {
    return 0;
  }

  /**
   * Whether the curve is known to be convex up to {@link #inflection}. Where it is not known, who
   * needs it looks.
   */
  default boolean convexBelowInflection() {
    return false;
  }

  /**
   * The spend at which the slope has fallen to {@code slope}, on a stretch beyond {@link
   * #inflection}: {@code low} where it is no steeper to begin with, {@code high} where it stays
   * steeper. Bracketed secant after Anderson and Björck, with bisection where that stalls; a curve
   * that knows its inverse says so.
   *
   * @param guess where to look first
   */
  default double spendAt(double slope, double low, double high, double guess) {
    double left = low;
    double right = high;
    double above = slope(low) - slope;
    double below = slope(high) - slope;
    if (above <= 0 || below >= 0) {
      return above <= 0 ? low : high;
    }
    double next = guess > left && guess < right ? guess : left + (right - left) / 2;
    int side = 0;
    for (int round = 0; round < 200 && right - left > 1e-14 * right; round++) {
      double off = slope(next) - slope;
      if (Math.abs(off) <= 1e-14 * slope) {
        return next;
      }
      double width = right - left;
      if (off > 0) {
        below *= side > 0 ? kept(off, above) : 1;
        left = next;
        above = off;
        side = 1;
      } else {
        above *= side < 0 ? kept(off, below) : 1;
        right = next;
        below = off;
        side = -1;
      }
      next = left + (right - left) * (above / (above - below));
      boolean stalls = round % 3 == 2 && right - left > width / 2;
      if (stalls || !(next > left && next < right)) {
        next = left + (right - left) / 2;
      }
    }
    return Math.clamp(next, left, right);
  }

  /**
   * Where the tangent through the point at {@code low} touches the curve: {@code low} where the
   * curve is concave from there on, {@code high} where it is not reached by then. The straight line
   * up to there and the curve beyond are the concave envelope.
   */
  default double tangent(double low, double high) {
    double bend = inflection();
    if (bend <= low || high <= low) {
      return low;
    }
    if (high <= bend) {
      return high;
    }
    double from = at(low);
    double left = bend;
    double right = high;
    double below = above(this, low, from, right);
    if (below >= 0) {
      return high;
    }
    double over = above(this, low, from, left);
    int side = 0;
    for (int round = 0; round < 200 && right - left > 1e-10 * right; round++) {
      double next = left + (right - left) * Math.clamp(over / (over - below), 0.01, 0.99);
      double off = above(this, low, from, next);
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

  private static double kept(double now, double before) {
    double share = 1 - now / before;
    return share > 0 ? share : 0.5;
  }

  /** Falls beyond the inflection, and is zero where the tangent touches. */
  private static double above(Curve curve, double low, double from, double at) {
    return curve.slope(at) * (at - low) - (curve.at(at) - from);
  }
}
