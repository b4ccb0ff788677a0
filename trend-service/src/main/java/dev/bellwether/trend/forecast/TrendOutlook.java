package dev.bellwether.trend.forecast;

import java.time.Instant;
import java.util.List;

/**
 * Where a trend goes in the next 24 hours.
 *
 * @param madeAt end of the last bucket that was known
 * @param total mentions in these 24 hours, those of the habit included
 * @param hourly mentions in each of the 24 hours
 * @param peaksAt middle of the hour with the most mentions, past or to come
 * @param fadesAt when its mentions come back near the habit; null if not within the 24 hours
 */
public record TrendOutlook(
    Instant madeAt, Range total, List<ForecastPoint> hourly, Instant peaksAt, Instant fadesAt) {

  public TrendOutlook {
    hourly = List.copyOf(hourly);
  }
}
