package dev.bellwether.trend.forecast;

import java.time.Instant;
import java.util.List;

/**
 * Where a trend goes in the next 24 hours.
 *
 * @param madeAt end of the last bucket that was known
 * @param total mentions in these 24 hours, those of the habit included
 * @param hourly mentions in each of the 24 hours
 * @param peaksAt middle of the hour with the most mentions so far; within the last hour while it
 *     still rises
 * @param fadesAt when what is said above the habit falls to the habit itself or a tenth of the
 *     peak; null if not within the 24 hours
 */
public record TrendOutlook(
    Instant madeAt, Range total, List<ForecastPoint> hourly, Instant peaksAt, Instant fadesAt) {

  public TrendOutlook {
    hourly = List.copyOf(hourly);
  }
}
