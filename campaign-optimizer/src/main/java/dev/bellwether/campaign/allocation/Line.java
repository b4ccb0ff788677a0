package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;

/**
 * One line to give money to; it is fixed where its bounds are equal.
 *
 * @param name how a clash names it
 * @param lowMicros least spend, zero or more
 * @param highMicros most spend, {@code lowMicros} or more
 */
public record Line(String name, Curve curve, long lowMicros, long highMicros) {

  public Line {
    Bounds.check("line " + name, lowMicros, highMicros);
    if (name == null || curve == null) {
      throw new IllegalArgumentException("line " + name + " needs a name and a curve");
    }
  }

  static final double MICROS = 1e6;

  double low() {
    return lowMicros / MICROS;
  }

  double high() {
    return highMicros / MICROS;
  }
}
