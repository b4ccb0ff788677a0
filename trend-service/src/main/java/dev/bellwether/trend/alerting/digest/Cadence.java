package dev.bellwether.trend.alerting.digest;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How often a digest is made. */
public enum Cadence {
  DAILY,
  WEEKLY;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Cadence> of(String label) {
    return Stream.of(values()).filter(cadence -> cadence.label().equals(label)).findFirst();
  }
}
