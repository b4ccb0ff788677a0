package dev.bellwether.trend.series;

import java.time.Instant;

/**
 * One value of a series.
 *
 * @param at start of the time it is about; the same for all values of a series
 * @param value finite, in any unit
 */
public record Observation(Instant at, double value) {

  public Observation {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value at " + at + " is " + value + ", not a number");
    }
  }
}
