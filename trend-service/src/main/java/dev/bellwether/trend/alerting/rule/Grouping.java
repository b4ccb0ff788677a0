package dev.bellwether.trend.alerting.rule;

import dev.bellwether.contracts.signal.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a rule's signals become one alert: those alike in {@code by} that happened within {@code
 * window} of the first. The alert waits as long for the rest before it is delivered.
 *
 * @param window 0 to 24 h, in minutes; at 0 each signal is an alert of its own, delivered at once
 */
public record Grouping(By by, Duration window) {

  public static final Grouping STANDARD = new Grouping(By.SUBJECT, Duration.ofMinutes(1));

  /** What signals of one alert have in common, beside the rule. */
  public enum By {
    SUBJECT,
    KIND,
    ALL;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<By> of(String label) {
      return Arrays.stream(values()).filter(by -> by.label().equals(label)).findFirst();
    }
  }

  /** Alike in it, signals belong together. */
  public String key(Signal signal) {
    return switch (by) {
      case SUBJECT -> "subject " + signal.subject();
      case KIND -> "kind " + signal.kind().name();
      case ALL -> "all";
    };
  }
}
