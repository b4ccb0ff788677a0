package dev.bellwether.trend.measure.forecast;

import dev.bellwether.trend.forecast.Bounds;
import dev.bellwether.trend.forecast.ForecastSettings;
import dev.bellwether.trend.forecast.Forecaster;
import dev.bellwether.trend.forecast.HourlyHistory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Rolling origins: after a warm-up a forecast every day of the next, each from nothing but the
 * hours before it. The unit of the errors is the seasonal naive forecast's (24 h) mean absolute
 * error on these same hours.
 */
final class RollingOrigins {

  static final int AHEAD = 24;
  static final int DAY = 24;

  /** Four weeks; with one origin a day it gives 265 origins on NAB's ten series. */
  static final int WARM_UP = 28 * DAY;

  /** Of a series shorter than five weeks: half of it, but no less than this. */
  static final int LEAST_WARM_UP = 14 * DAY;

  private RollingOrigins() {}

  /** A flat past has no unit to measure in, an origin without any known hour ahead no answer. */
  static int[] of(HourlyFile file) {
    var hours = file.hours();
    int warmUp =
        hours.length >= WARM_UP + 7 * DAY ? WARM_UP : Math.max(LEAST_WARM_UP, hours.length / 2);
    return IntStream.iterate(warmUp, origin -> origin < hours.length - AHEAD, at -> at + DAY)
        .filter(origin -> unit(hours, origin) > 0)
        .filter(
            origin ->
                Arrays.stream(hours, origin, origin + AHEAD)
                    .anyMatch(value -> !Double.isNaN(value)))
        .toArray();
  }

  static Errors measure(HourlyFile file, ForecastSettings settings) {
    var forecaster = new Forecaster(Bounds.COUNTS, settings);
    return sum(
        file,
        (past, unit) -> {
          var start = file.start().plus(Duration.ofHours(past.length));
          var kept = (int) Math.min(past.length, HourlyHistory.KEPT.toHours());
          var history =
              HourlyHistory.hours(
                  start.minus(Duration.ofHours(kept)),
                  Arrays.copyOfRange(past, past.length - kept, past.length));
          var points = forecaster.forecast(history, AHEAD).points();
          return actual -> Errors.of(actual, points, unit);
        });
  }

  static Errors measure(HourlyFile file, Method method) {
    return sum(
        file,
        (past, unit) -> {
          var forecast = method.forecast(carriedOn(past), AHEAD);
          return actual -> Errors.of(actual, forecast, unit);
        });
  }

  private interface Judged {
    Errors against(double[] actual);
  }

  private static Errors sum(HourlyFile file, BiFunction<double[], Double, Judged> method) {
    var errors = Errors.NONE;
    for (int origin : of(file)) {
      var past = Arrays.copyOf(file.hours(), origin);
      var actual = Arrays.copyOfRange(file.hours(), origin, origin + AHEAD);
      errors = errors.plus(method.apply(past, unit(file.hours(), origin)).against(actual));
    }
    return errors;
  }

  /** Mean difference of an hour from the same hour the day before, up to the origin. */
  private static double unit(double[] hours, int origin) {
    double sum = 0;
    int known = 0;
    for (int at = DAY; at < origin; at++) {
      double difference = Math.abs(hours[at] - hours[at - DAY]);
      if (!Double.isNaN(difference)) {
        sum += difference;
        known++;
      }
    }
    return known == 0 ? 0 : sum / known;
  }

  /** The peers know no gaps: an unknown hour is as the day before it. */
  private static double[] carriedOn(double[] past) {
    var filled = past.clone();
    for (int at = 0; at < filled.length; at++) {
      if (Double.isNaN(filled[at])) {
        filled[at] = at < DAY ? 0 : filled[at - DAY];
      }
    }
    return filled;
  }
}
