package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/**
 * One line to give money to.
 *
 * @param lowMicros least spend, zero or more
 * @param highMicros most spend, {@code lowMicros} or more
 */
public record Bounded(Curve curve, long lowMicros, long highMicros) {

  public Bounded {
    if (lowMicros < 0 || highMicros < lowMicros) {
      throw new IllegalArgumentException(
          "bounds must be 0 <= low <= high, not " + lowMicros + " and " + highMicros);
    }
  }

  double low() {
    return lowMicros / Line.MICROS;
  }

  double high() {
    return highMicros / Line.MICROS;
  }
}
