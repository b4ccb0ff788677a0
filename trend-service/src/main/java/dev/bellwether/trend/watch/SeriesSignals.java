package dev.bellwether.trend.watch;

import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.trend.series.Departure;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** What is said of a series on the topic of signals: the same for the same happening. */
final class SeriesSignals {

  private static final int ID_BYTES = 16;

  private SeriesSignals() {}

  /**
   * That a departure has begun, or has turned into a shift.
   *
   * @param mentions the value rests on; null where it rests on none
   */
  static Signal departure(
      SeriesKey key, SeriesSummary summary, Episode episode, SeriesPoint point, Long mentions) {
    var kind = kind(episode.kind());
    var id = id(key.encode(), kind.name(), episode.startedAt().toString());
    return signal(key, summary, kind, id, point, mentions);
  }

  /** What a share was measured to be. */
  static Signal measurement(
      SeriesKey key, SeriesSummary summary, SeriesPoint point, Long mentions) {
    var kind = SignalKind.NEGATIVE_SHARE;
    var id = id(key.encode(), kind.name(), point.at().toString());
    return signal(key, summary, kind, id, point, mentions);
  }

  private static Signal signal(
      SeriesKey key,
      SeriesSummary summary,
      SignalKind kind,
      String id,
      SeriesPoint point,
      Long mentions) {
    Instant end = summary.worldTime(point.at().plus(summary.step()));
    return new Signal(
        Signal.SCHEMA_VERSION,
        key.workspace(),
        id,
        kind,
        key.subject(),
        key.kind().wireName(),
        key.campaign(),
        end,
        point.value(),
        point.isJudged() ? point.expected() : null,
        point.isJudged() ? point.low() : null,
        point.isJudged() ? point.high() : null,
        point.score(),
        mentions,
        null,
        List.of(),
        summary.currency());
  }

  private static SignalKind kind(Departure departure) {
    return switch (departure) {
      case SPIKE -> SignalKind.SPIKE;
      case DROP -> SignalKind.DROP;
      case SHIFT_UP -> SignalKind.SHIFT_UP;
      case SHIFT_DOWN -> SignalKind.SHIFT_DOWN;
      case NONE -> throw new IllegalArgumentException("no departure");
    };
  }

  private static String id(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
