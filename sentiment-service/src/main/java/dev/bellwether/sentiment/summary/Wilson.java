package dev.bellwether.sentiment.summary;

/**
 * The score interval of a proportion: E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927) 209-212. Unlike the textbook's normal one it holds for few
 * trials and for proportions near 0 and 1, and never leaves [0, 1].
 */
final class Wilson {

  /** The normal distribution's 97.5 % quantile. */
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /**
   * The 95 % interval of {@code successes / trials}, from 0 to 1; of no trials it is all of that.
   *
   * @param successes from 0 to {@code trials}
   * @throws IllegalArgumentException when they are not
   */
  static Interval of(long successes, long trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials);
    }
    if (trials == 0) {
      return new Interval(0, 1);
    }
    double n = trials;
    double p = successes / n;
    double scale = 1 + Z * Z / n;
    double centre = (p + Z * Z / (2 * n)) / scale;
    double half = Z / scale * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    // min and max undo rounding only: the exact interval holds p and lies in [0, 1]
    return new Interval(Math.clamp(centre - half, 0, p), Math.clamp(centre + half, p, 1));
  }
}
