package dev.bellwether.trend.alerting.rule;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a user wants to be told of.
 *
 * @param version from 1, one more with each change
 * @param kinds at least one; {@link RuleKind#NEGATIVE_SHARE} only alone, as its threshold is
 *     another's
 * @param subjects ids of monitors, connectors or plans; empty: all
 * @param series what was measured, such as {@code mentions}; empty: all
 * @param threshold of a negative share (0 to 1) the least; of a spike, a shift up or a plan's
 *     pacing the least value, of a drop or a shift down the greatest; null: none
 * @param minMentions signals that rest on fewer are passed over; those that rest on no mentions at
 *     all are not
 * @param quietHours null: none
 * @param coolDown after an alert about a subject, how long (event time) the rule says no more of
 *     it; may be zero
 * @param channels ids; empty: the alert is only listed
 */
public record Rule(
    String id,
    int version,
    String name,
    boolean enabled,
    Set<RuleKind> kinds,
    Set<String> subjects,
    Set<String> series,
    Sensitivity sensitivity,
    Double threshold,
    long minMentions,
    QuietHours quietHours,
    Grouping grouping,
    Duration coolDown,
    List<String> channels) {

  public Rule {
    kinds = Set.copyOf(kinds);
    subjects = Set.copyOf(subjects);
    series = Set.copyOf(series);
    channels = List.copyOf(channels);
  }

  public boolean matches(Signal signal) {
    return enabled
        && kinds.stream().anyMatch(kind -> kind.covers(signal.kind()))
        && (subjects.isEmpty() || subjects.contains(signal.subject()))
        && (series.isEmpty() || series.contains(String.valueOf(signal.series())))
        && isSureEnough(signal)
        && (signal.mentions() == null || signal.mentions() >= minMentions)
        && isPastThreshold(signal);
  }

  /** A measurement is no guess: its threshold says it all. */
  private boolean isSureEnough(Signal signal) {
    return signal.score() == null
        || signal.kind() == SignalKind.NEGATIVE_SHARE
        || signal.score() >= sensitivity.leastScore();
  }

  private boolean isPastThreshold(Signal signal) {
    if (threshold == null) {
      return signal.kind() != SignalKind.NEGATIVE_SHARE;
    }
    return switch (signal.kind()) {
      case NEGATIVE_SHARE -> signal.value() != null && signal.value() >= threshold;
      case SPIKE, SHIFT_UP, PACING_OFF -> signal.value() == null || signal.value() >= threshold;
      case DROP, SHIFT_DOWN -> signal.value() == null || signal.value() <= threshold;
      case NEW_TOPIC, TOPIC_BACK, CONNECTOR_SILENT, CONNECTOR_BACK -> true;
    };
  }
}
