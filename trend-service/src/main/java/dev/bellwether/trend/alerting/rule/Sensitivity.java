package dev.bellwether.trend.alerting.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How sure a signal must be: the least {@code score} that a rule takes. */
public enum Sensitivity {
  LOW(0.9),
  MEDIUM(0.75),
  /** Whatever the detectors call a signal. */
  HIGH(0);

  private final double leastScore;

  Sensitivity(double leastScore) {
    this.leastScore = leastScore;
  }

  /** From 0 to 1. */
  public double leastScore() {
    return leastScore;
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Sensitivity> of(String label) {
    return Arrays.stream(values()).filter(level -> level.label().equals(label)).findFirst();
  }
}
