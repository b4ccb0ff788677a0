package dev.bellwether.trend.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A series' next steps.
 *
 * @param madeAt end of the last step that was known
 * @param points one a step, the first begins at {@code madeAt}
 */
public record Forecast(Instant madeAt, Duration step, List<ForecastPoint> points) {

  public Forecast {
    points = List.copyOf(points);
  }
}
