package dev.bellwether.trend.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.forecast.ForecastPoint;
import dev.bellwether.trend.watch.SeriesSummary;
import java.time.Instant;
import java.util.List;

/**
 * What the next 24 hours are expected to bring.
 *
 * @param series what it is, and its latest value
 * @param madeAt end of the last hour, or day, that it knows
 * @param step of the points: 1h, or 1d of a series that has days only
 * @param stale true where it was made from a copy that may be behind; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeriesForecast(
    SeriesItem series, Instant madeAt, String step, List<Point> points, Boolean stale)
    implements Marked<SeriesForecast> {

  public SeriesForecast {
    points = List.copyOf(points);
  }

  /**
   * One step ahead.
   *
   * @param at when it begins
   * @param median as likely too low as too high
   * @param low50 with {@code high50}: half of such forecasts hold the truth
   * @param high50 see {@code low50}
   * @param low90 with {@code high90}: nine in ten such forecasts hold the truth
   * @param high90 see {@code low90}
   */
  public record Point(
      Instant at, double median, double low50, double high50, double low90, double high90) {

    static Point of(SeriesSummary summary, ForecastPoint point) {
      return new Point(
          summary.worldTime(point.at()),
          point.median(),
          point.low50(),
          point.high50(),
          point.low90(),
          point.high90());
    }
  }

  @Override
  public SeriesForecast asStale() {
    return new SeriesForecast(series, madeAt, step, points, true);
  }
}
