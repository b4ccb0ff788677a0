package dev.bellwether.trend.alerting.rule;

import dev.bellwether.contracts.signal.SignalKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a rule may wait for. */
public enum RuleKind {
  SPIKE(SignalKind.SPIKE),
  DROP(SignalKind.DROP),
  SHIFT(SignalKind.SHIFT_UP, SignalKind.SHIFT_DOWN),
  NEGATIVE_SHARE(SignalKind.NEGATIVE_SHARE),
  NEW_TOPIC(SignalKind.NEW_TOPIC),
  TOPIC_BACK(SignalKind.TOPIC_BACK),
  CONNECTOR_SILENT(SignalKind.CONNECTOR_SILENT),
  CONNECTOR_BACK(SignalKind.CONNECTOR_BACK),
  PACING_OFF(SignalKind.PACING_OFF);

  private final Set<SignalKind> signals;

  RuleKind(SignalKind... signals) {
    this.signals = Set.of(signals);
  }

  boolean covers(SignalKind signal) {
    return signals.contains(signal);
  }

  /** As users write it, such as {@code new-topic}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As {@link #label()}, of a signal. */
  public static String label(SignalKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<RuleKind> of(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
  }
}
