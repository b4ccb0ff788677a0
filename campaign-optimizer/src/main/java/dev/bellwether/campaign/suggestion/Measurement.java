package dev.bellwether.campaign.suggestion;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import java.time.Instant;
import java.util.Optional;

/**
 * How many of a monitor's mentions of the last hour are negative, as trend-service measures it
 * every five minutes, with what it takes for usual.
 *
 * @param at end of the hour (event time)
 * @param habit the share its habit expected; null where it has none yet
 * @param usualHigh nineteen in twenty usual shares lie below; null where it has no habit
 */
public record Measurement(Instant at, ShareInterval share, Double habit, Double usualHigh) {

  /** Empty for every other signal, and for one that cannot be a share. */
  public static Optional<Measurement> of(Signal signal) {
    if (signal.kind() != SignalKind.NEGATIVE_SHARE
        || signal.value() == null
        || !(signal.value() >= 0 && signal.value() <= 1)
        || signal.mentions() == null
        || signal.mentions() < 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Measurement(
            signal.at(),
            ShareInterval.of(signal.value(), signal.mentions()),
            finite(signal.expected()),
            finite(signal.high())));
  }

  private static Double finite(Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }
}
