package dev.bellwether.trend.measure.forecast;

import java.util.Arrays;

/** The simple methods that the forecasts are compared with. */
enum Method {
  NAIVE("naive") {
    @Override
    double[] forecast(double[] past, int steps) {
      var forecast = new double[steps];
      Arrays.fill(forecast, past[past.length - 1]);
      return forecast;
    }
  },
  SEASONAL_NAIVE_24("seasonal naive 24 h") {
    @Override
    double[] forecast(double[] past, int steps) {
      return repeat(past, 24, steps);
    }
  },
  SEASONAL_NAIVE_168("seasonal naive 168 h") {
    @Override
    double[] forecast(double[] past, int steps) {
      return repeat(past, 168, steps);
    }
  },
  MEDIAN_OF_PROFILES("median of 7 daily profiles") {
    @Override
    double[] forecast(double[] past, int steps) {
      return medians(past, steps);
    }
  },
  BLENDED("median of profiles, blended") {
    @Override
    double[] forecast(double[] past, int steps) {
      return blended(past, steps);
    }
  };

  /** Left of a deviation one hour later, and the hours over which it is averaged. */
  private static final double KEPT = 0.9;

  private static final double MEMORY = 4;

  private final String title;

  Method(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * @param past a fortnight of hours at least, none unknown
   */
  abstract double[] forecast(double[] past, int steps);

  private static double[] repeat(double[] past, int period, int steps) {
    var forecast = new double[steps];
    for (int ahead = 0; ahead < steps; ahead++) {
      forecast[ahead] = past[past.length - period + ahead % period];
    }
    return forecast;
  }

  private static double[] medians(double[] past, int steps) {
    var forecast = new double[steps];
    var days = new double[7];
    for (int ahead = 0; ahead < steps; ahead++) {
      for (int day = 0; day < days.length; day++) {
        days[day] = past[past.length - 24 * (day + 1) + ahead % 24];
      }
      Arrays.sort(days);
      forecast[ahead] = days[3];
    }
    return forecast;
  }

  /** The profiles on logs, moved by how the last day's hours differed from their own. */
  private static double[] blended(double[] past, int steps) {
    var logs = Arrays.stream(past).map(value -> Math.log1p(Math.max(0, value))).toArray();
    var dayBefore = medians(Arrays.copyOf(logs, logs.length - 24), 24);
    double sum = 0;
    double weights = 0;
    for (int ago = 1; ago <= 24; ago++) {
      double weight = Math.exp(-ago / MEMORY);
      sum += weight * (logs[logs.length - ago] - dayBefore[24 - ago]);
      weights += weight;
    }
    var forecast = medians(logs, steps);
    for (int ahead = 0; ahead < steps; ahead++) {
      double moved = forecast[ahead] + sum / weights * Math.pow(KEPT, ahead + 1);
      forecast[ahead] = Math.max(0, Math.expm1(moved));
    }
    return forecast;
  }
}
