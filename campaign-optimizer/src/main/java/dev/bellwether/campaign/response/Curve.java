package dev.bellwether.campaign.response;

/**
 * What a day's spend brings: concave and never falling, from zero at zero spend. Spend is in units
 * of currency (not micros), the return in units of the goal.
 */
public interface Curve {

  /** The return of {@code spend} ≥ 0. */
  double at(double spend);

  /**
   * The return of the next unit of currency at {@code spend} ≥ 0: finite, zero or more, never
   * rising with spend.
   */
  double slope(double spend);
}
