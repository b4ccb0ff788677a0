package dev.bellwether.trend.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.watch.SeriesPoint;
import dev.bellwether.trend.watch.SeriesSummary;
import java.time.Instant;
import java.util.List;

/**
 * A series' values, oldest first; a time of which nothing is known is left out.
 *
 * @param series what it is, and its latest value
 * @param step of the points: 5m, 1h or 1d
 * @param stale true where they come from a copy that may be behind; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesPoints(SeriesItem series, String step, List<Point> points, Boolean stale)
    implements Marked<SeriesPoints> {

  public SeriesPoints {
    points = List.copyOf(points);
  }

  /**
   * One value.
   *
   * @param at start of its time
   * @param expected what its habit would have been; null where it was not judged
   * @param low with {@code high}: what nine in ten usual values lie between
   * @param high see {@code low}
   * @param score how much it stood out, from 0 to 1; null where it was not judged
   * @param departure spike, drop, shift-up or shift-down; null where it did not stand out
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Point(
      Instant at,
      double value,
      Double expected,
      Double low,
      Double high,
      Double score,
      String departure) {

    static Point of(SeriesSummary summary, SeriesPoint point) {
      boolean judged = point.isJudged();
      return new Point(
          summary.worldTime(point.at()),
          point.value(),
          judged ? point.expected() : null,
          judged ? point.low() : null,
          judged ? point.high() : null,
          judged ? point.score() : null,
          DepartureName.of(point.departure()));
    }
  }

  @Override
  public SeriesPoints asStale() {
    return new SeriesPoints(series, step, points, true);
  }
}
