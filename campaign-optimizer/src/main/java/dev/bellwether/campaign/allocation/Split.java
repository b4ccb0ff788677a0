package dev.bellwether.campaign.allocation;

/**
 * A budget split as well as the curves allow.
 *
 * @param micros by line, in the order asked; they add up to the budget, each within its bounds
 * @param price what the last unit of currency brings, the same on every line that no bound holds
 * @param value the sum of the curves at {@code micros}
 * @param exactGap (dual bound − value)/dual bound before rounding to micros: at most this share
 *     from the optimum
 * @param gap the same after rounding
 */
public record Split(long[] micros, double price, double value, double exactGap, double gap)
    implements Allocation {

  static final double MICROS = 1e6;
}
