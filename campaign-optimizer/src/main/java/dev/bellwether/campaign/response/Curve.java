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
}
