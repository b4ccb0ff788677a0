package dev.bellwether.trend.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.watch.Episode;
import dev.bellwether.trend.watch.SeriesSummary;
import java.time.Instant;
import java.util.List;

/**
 * When a series left its habit: its last 50 departures, the newest first.
 *
 * @param series what it is, and its latest value
 * @param stale true where they come from a copy that may be behind; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesDepartures(SeriesItem series, List<Departure> departures, Boolean stale)
    implements Marked<SeriesDepartures> {

  public SeriesDepartures {
    departures = List.copyOf(departures);
  }

  /**
   * Values that stood out to the same side, one soon after the other.
   *
   * @param kind spike, drop, shift-up or shift-down
   * @param startedAt start of the first value's time
   * @param endedAt end of the last value's time
   * @param peakAt start of the time of the value that stood out most
   * @param value that stood out most
   * @param expected what its habit would have been
   * @param low with {@code high}: what nine in ten usual values would have lain between
   * @param high see {@code low}
   * @param score how much it stood out, from 0 to 1
   */
  public record Departure(
      String kind,
      Instant startedAt,
      Instant endedAt,
      Instant peakAt,
      double value,
      double expected,
      double low,
      double high,
      double score) {

    static Departure of(SeriesSummary summary, Episode episode) {
      var peak = episode.peak();
      return new Departure(
          DepartureName.of(episode.kind()),
          summary.worldTime(episode.startedAt()),
          summary.worldTime(episode.lastAt().plus(summary.step())),
          summary.worldTime(peak.at()),
          peak.value(),
          peak.expected(),
          peak.low(),
          peak.high(),
          peak.score());
    }
  }

  @Override
  public SeriesDepartures asStale() {
    return new SeriesDepartures(series, departures, true);
  }
}
