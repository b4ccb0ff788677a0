package dev.bellwether.local.simulator;

/**
 * Conversions a day an ad set truly brings, by its spend a day in units of currency. Rising, zero
 * at zero.
 */
public sealed interface ResponseCurve {

  /**
   * Conversions expected of an average day.
   *
   * @param spend zero or more
   */
  double conversions(double spend);

  /** {@code top · s^slope / (half^slope + s^slope)}: S-shaped where the slope is above 1. */
  record Hill(double top, double half, double slope) implements ResponseCurve {
    @Override
    public double conversions(double spend) {
      double x = StrictMath.pow(spend / half, slope);
      return top * x / (1 + x);
    }
  }

  /** {@code top · (1 − exp(−s / scale))}. */
  record Exponential(double top, double scale) implements ResponseCurve {
    @Override
    public double conversions(double spend) {
      return top * -StrictMath.expm1(-spend / scale);
    }
  }

  /** {@code factor · ln(1 + s / scale)}: never full. */
  record Logarithmic(double factor, double scale) implements ResponseCurve {
    @Override
    public double conversions(double spend) {
      return factor * StrictMath.log1p(spend / scale);
    }
  }

  /** {@code factor · s^exponent} with an exponent below 1: never full. */
  record Power(double factor, double exponent) implements ResponseCurve {
    @Override
    public double conversions(double spend) {
      return factor * StrictMath.pow(spend, exponent);
    }
  }
}
