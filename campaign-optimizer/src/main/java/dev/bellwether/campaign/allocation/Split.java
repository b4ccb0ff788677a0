package dev.bellwether.campaign.allocation;

import java.util.List;

/**
 * A budget split as well as the curves allow, with the proof of how well that is.
 *
 * @param micros by line, in the order asked; every bound is kept to the micro
 * @param price what the last unit of currency brings, the same on every line that nothing holds
 * @param value the sum of the curves at {@code micros}
 * @param bound no split within the constraints brings more value than this; for {@link
 *     Objective.LeastSpend}, none that brings the value spends less than this (units of currency);
 *     for {@link Objective.MarginalAtLeast}, none that spends as much brings more
 * @param gap how far this split is at most from the bound, as a share of the bound (for {@link
 *     Objective.LeastSpend} of the spend)
 * @param held by line, in the order asked
 */
public record Split(
    long[] micros, double price, double value, double bound, double gap, List<Held> held)
    implements Allocation {

  /** All lines together. */
  public long totalMicros() {
    long total = 0;
    for (long line : micros) {
      total += line;
    }
    return total;
  }
}
