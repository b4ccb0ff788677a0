package dev.bellwether.campaign.learning;

/**
 * How much is spent to learn.
 *
 * @param draws Thompson draws of all curves that a split is the mean of; 1 or more. One draw is
 *     plain Thompson sampling; the mean of several costs less, as returns saturate
 * @param variation logarithm by which every spend is moved up or down, by chance, so that the slope
 *     of its curve shows beside what drifts; zero or more
 * @param earlyVariation the same for an ad set without a past, on top
 * @param earlyDays days with spend after which that has fallen to a third; above zero
 */
public record ExplorationSettings(
    int draws, double variation, double earlyVariation, double earlyDays) {

  /** What ships, and what the benchmark measures. */
  public static final ExplorationSettings STANDARD = new ExplorationSettings(8, 0.1, 0.7, 7);

  /**
   * @throws IllegalArgumentException when one is out of its range
   */
  public ExplorationSettings {
    if (draws < 1 || !(variation >= 0) || !(earlyVariation >= 0) || !(earlyDays > 0)) {
      throw new IllegalArgumentException(
          "exploration wants a draw or more, variations of zero or more and early days above zero");
    }
  }

  double variationAfter(double daysKnown) {
    return variation + earlyVariation * Math.exp(-daysKnown / earlyDays);
  }
}
