package dev.bellwether.local.simulator;

import java.util.Locale;

/** What the writer of a simulated post truly feels. */
public enum Feeling {
  POSITIVE,
  NEUTRAL,
  NEGATIVE;

  String rule() {
    return name().toLowerCase(Locale.ROOT);
  }
}
