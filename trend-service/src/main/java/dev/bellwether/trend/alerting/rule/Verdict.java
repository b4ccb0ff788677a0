package dev.bellwether.trend.alerting.rule;

import java.util.Locale;

/** What becomes of a signal that a rule matches. */
public enum Verdict {
  /** A new alert. */
  RAISED,
  /** It joins an alert that still waits for more. */
  JOINED,
  /** The rule has just spoken of the subject. */
  COOLING,
  /** A new alert, of so long ago that it is kept and not delivered. */
  HISTORY;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
