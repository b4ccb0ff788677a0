package dev.bellwether.campaign.suggestion;

/**
 * A share with the interval that holds it with probability 0.9: Wilson's score interval (Wilson,
 * JASA 1927), which stays within 0 and 1 and holds for few mentions too.
 *
 * @param low lower end
 * @param share as counted
 * @param high upper end
 * @param mentions it rests on
 */
public record ShareInterval(double low, double share, double high, long mentions) {

  /** Quantile of the normal distribution at 0.95. */
  private static final double Z = 1.6448536269514722;

  /**
   * @param share from 0 to 1
   * @param mentions 0 or more; of 0 nothing is known, and the interval is 0 to 1
   * @throws IllegalArgumentException outside of that
   */
  public static ShareInterval of(double share, long mentions) {
    if (!(share >= 0 && share <= 1) || mentions < 0) {
      throw new IllegalArgumentException("a share lies between 0 and 1, of 0 mentions or more");
    }
    if (mentions == 0) {
      return new ShareInterval(0, share, 1, 0);
    }
    double n = mentions;
    double weight = 1 / (1 + Z * Z / n);
    double centre = weight * (share + Z * Z / (2 * n));
    double half = weight * Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    // of none or all, one end is the share itself but for rounding
    return new ShareInterval(
        Math.clamp(centre - half, 0, share), share, Math.clamp(centre + half, share, 1), mentions);
  }
}
