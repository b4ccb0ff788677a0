package dev.bellwether.trend.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Forecasts how a trend lives on: a habit, and above it a burst that wears off as a power of its
 * age. How large the burst is follows from its last hour, quarter of a day and day, each divided by
 * what the kernel says of the same time. Holds no state.
 */
public final class LifeForecaster {

  private static final int HOURS = 24;

  /** Mentions a window is taken to have besides those counted, so that an empty one is not 0. */
  private static final double PRIOR_MENTIONS = 0.5;

  /** Part of its greatest hour at which a burst without a habit has faded. */
  private static final double FADED = 0.1;

  private final LifeSettings settings;

  /** With the settings that ship. */
  public LifeForecaster() {
    this(LifeSettings.STANDARD);
  }

  public LifeForecaster(LifeSettings settings) {
    this.settings = settings;
  }

  /** The next 24 hours of a topic. */
  public TrendOutlook forecast(TopicCounts topic) {
    double age = topic.ageHours();
    double habit = settings.habitKept() * topic.habitPerHour();
    var kernel = settings.kernel(novelty(topic, age));
    double size = size(topic, age, kernel);
    double burst = size * kernel.between(age, age + HOURS);
    double total = burst + HOURS * habit;
    double spread = settings.spread().at(total > 0 ? burst / total : 0, age);
    var hourly = new ArrayList<ForecastPoint>(HOURS);
    for (int ahead = 0; ahead < HOURS; ahead++) {
      double expected = habit + size * kernel.between(age + ahead, age + ahead + 1);
      var range = settings.hourly().around(expected, spread);
      hourly.add(point(topic.end().plus(Duration.ofHours(ahead)), range));
    }
    var busiest = BusiestHour.of(topic);
    return new TrendOutlook(
        topic.end(),
        settings.total().around(total, spread),
        hourly,
        busiest.middle(),
        fades(topic, age, kernel, size, busiest.mentions(), hourly));
  }

  /** Part of what was said of late that the habit does not explain, 0 to 1. */
  private static double novelty(TopicCounts topic, double age) {
    double hours = Math.min(HOURS, age);
    double perHour = topic.latest(hours) / hours;
    return perHour > 0 ? Math.clamp(1 - topic.habitPerHour() / perHour, 0, 1) : 0;
  }

  /** The windows' sizes of the burst, averaged as logarithms. */
  private double size(TopicCounts topic, double age, BurstKernel kernel) {
    double log = 0;
    for (var window : settings.windows()) {
      double hours = Math.min(window.hours(), age);
      double above = Math.max(0, topic.latest(hours) - topic.habitPerHour() * hours);
      log +=
          window.weight() * Math.log((above + PRIOR_MENTIONS) / kernel.between(age - hours, age));
    }
    return Math.exp(log);
  }

  private static Instant fades(
      TopicCounts topic,
      double age,
      BurstKernel kernel,
      double size,
      double busiest,
      List<ForecastPoint> hourly) {
    double faded =
        Math.max(topic.habitPerHour(), FADED * Math.max(0, busiest - topic.habitPerHour()));
    for (int ahead = 0; ahead < HOURS; ahead++) {
      if (size * kernel.between(age + ahead, age + ahead + 1) <= faded) {
        return hourly.get(ahead).at();
      }
    }
    return null;
  }

  private static ForecastPoint point(Instant at, Range range) {
    return new ForecastPoint(
        at, range.median(), range.low50(), range.high50(), range.low90(), range.high90());
  }

  /** The hour with the most mentions so far; the whole life of a younger topic. */
  private record BusiestHour(Instant middle, double mentions) {

    static BusiestHour of(TopicCounts topic) {
      var counts = topic.counts();
      int hour = Math.min(topic.bucketsAnHour(), counts.length);
      double sum = 0;
      double most = -1;
      int end = hour;
      for (int at = 0; at < counts.length; at++) {
        sum += counts[at] - (at >= hour ? counts[at - hour] : 0);
        if (at >= hour - 1 && sum >= most) {
          most = sum;
          end = at + 1;
        }
      }
      var middle = topic.start().plus(topic.bucket().multipliedBy(2L * end - hour).dividedBy(2));
      return new BusiestHour(middle, most);
    }
  }
}
