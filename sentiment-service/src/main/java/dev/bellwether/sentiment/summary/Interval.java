package dev.bellwether.sentiment.summary;

/**
 * Where the true value lies with 95 % confidence.
 *
 * @param low not above {@code high}
 */
public record Interval(double low, double high) {

  /** {@code scale * x + offset} of both ends; {@code scale} is above zero. */
  Interval mapped(double scale, double offset) {
    return new Interval(scale * low + offset, scale * high + offset);
  }
}
