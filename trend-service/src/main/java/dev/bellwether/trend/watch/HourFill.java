package dev.bellwether.trend.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An hour that is being put together of its buckets.
 *
 * @param hour its start, null before there is one
 * @param sum of the buckets that are known
 * @param last the latest of them
 * @param known how many
 */
record HourFill(Instant hour, double sum, double last, int known) {

  static final HourFill EMPTY = new HourFill(null, 0, Double.NaN, 0);

  static Instant hourOf(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  boolean holds(Instant time) {
    return hour != null && hour.equals(hourOf(time));
  }

  HourFill with(Instant at, double value) {
    return holds(at)
        ? new HourFill(hour, sum + value, value, known + 1)
        : new HourFill(hourOf(at), value, value, 1);
  }

  HourFill restated(double difference) {
    return new HourFill(hour, sum + difference, last + difference, known);
  }

  /**
   * The hour's value: of counts their sum, scaled up where up to half of the hour is missing; of
   * shares, which are of an hour anyway, the last. NaN where too much is missing.
   */
  double value(SeriesKind kind, int bucketsAnHour) {
    if (kind != SeriesKind.MENTIONS) {
      return last;
    }
    return 2 * known < bucketsAnHour ? Double.NaN : sum * bucketsAnHour / known;
  }
}
