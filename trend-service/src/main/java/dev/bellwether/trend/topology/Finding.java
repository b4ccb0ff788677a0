package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import java.time.Instant;
import java.util.Locale;

/** What detecting tells the world. */
sealed interface Finding {

  /** The key it is published under. */
  String key();

  /** A trend as it now is. */
  record Changed(Trend trend) implements Finding {

    @Override
    public String key() {
      return RecordKey.of(trend.workspace(), trend.monitor(), trend.id()).encode();
    }
  }

  /** Something that may be worth an alert. */
  record Raised(Signal signal) implements Finding {

    /**
     * Deviations at which half of the square is doubt: what is barely enough to begin a trend, five
     * deviations, scores three quarters, and nine deviations nine tenths.
     */
    private static final double DOUBT = 8;

    /**
     * @param at end of the bucket that showed it
     */
    static Raised of(SignalKind kind, Trend trend, Instant at) {
      double square = trend.significance() * trend.significance();
      return new Raised(
          new Signal(
              Signal.SCHEMA_VERSION,
              trend.workspace(),
              // the same topic at the same moment, however often it is counted
              trend.id() + (kind == SignalKind.NEW_TOPIC ? ".new." : ".back.") + at.toEpochMilli(),
              kind,
              trend.monitor(),
              null,
              trend.label(),
              at,
              trend.perHour(),
              trend.expectedPerHour(),
              null,
              null,
              square / (square + DOUBT),
              trend.mentions(),
              trend.id(),
              trend.terms(),
              null));
    }

    @Override
    public String key() {
      var kind = signal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return RecordKey.of(signal.workspace(), kind).encode();
    }
  }
}
