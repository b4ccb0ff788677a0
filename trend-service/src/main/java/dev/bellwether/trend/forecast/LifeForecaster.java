package dev.bellwether.trend.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Forecasts how a trend lives on. Holds no state. */
public final class LifeForecaster {

  private static final int HOURS = 24;

  public TrendOutlook forecast(TopicCounts topic) {
    int hour = topic.bucketsAnHour();
    int seen = Math.min(hour, topic.counts().length);
    double now = topic.latest(hour) * hour / seen;
    double age = Math.max(1, (double) topic.counts().length / hour);
    double above = Math.max(0, now - topic.habitPerHour());
    var hourly = new ArrayList<ForecastPoint>();
    Instant fades = null;
    double total = 0;
    for (int ahead = 0; ahead < HOURS; ahead++) {
      double burst = above * age / (age + ahead + 0.5);
      var at = topic.end().plus(Duration.ofHours(ahead));
      double rate = topic.habitPerHour() + burst;
      var range = around(rate, ahead);
      hourly.add(
          new ForecastPoint(
              at, range.median(), range.low50(), range.high50(), range.low90(), range.high90()));
      total += rate;
      if (fades == null && burst <= Math.max(1, topic.habitPerHour())) {
        fades = at;
      }
    }
    return new TrendOutlook(
        topic.end(), around(total, HOURS), hourly, topic.end().minusSeconds(1800), fades);
  }

  private static Range around(double median, int ahead) {
    double spread = 0.5 + 0.03 * ahead;
    return new Range(
        median,
        median * Math.exp(-0.67 * spread),
        median * Math.exp(0.67 * spread),
        median * Math.exp(-1.64 * spread),
        median * Math.exp(1.64 * spread));
  }
}
