package dev.bellwether.trend.forecast;

/**
 * What values a series can take at all; no forecast leaves them.
 *
 * @param low least, finite
 * @param high greatest, above {@code low}; infinite where there is none
 */
public record Bounds(double low, double high) {

  /** Mentions, clicks, prices: 0 or more. */
  public static final Bounds COUNTS = new Bounds(0, Double.POSITIVE_INFINITY);

  /** Parts of a whole, 0 to 1. */
  public static final Bounds SHARES = new Bounds(0, 1);

  public Bounds {
    if (!(Double.isFinite(low) && high > low)) {
      throw new IllegalArgumentException(
          "bounds need a finite low below high; they are " + low + " and " + high);
    }
  }

  double clamp(double value) {
    return Math.min(high, Math.max(low, value));
  }
}
