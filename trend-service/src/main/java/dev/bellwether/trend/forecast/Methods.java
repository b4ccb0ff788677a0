package dev.bellwether.trend.forecast;

import dev.bellwether.trend.forecast.ForecastSettings.Speed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The simple methods: each a habit and a speed at which the deviation from it wears off (simple
 * exponential smoothing with a damped level, on a series without its season). Every method answers
 * for any past origin as it would have answered then.
 */
final class Methods {

  /** Observations' worth of no deviation: what little is known counts little. */
  private static final double LEVEL_PRIOR = 0.5;

  private final List<double[]> habits;
  private final List<double[][]> levels;
  private final double[][] fading;
  private final int speeds;

  /**
   * @param scaled NaN where unknown, at least one known
   * @param day steps
   * @param steps ahead that are asked for
   */
  Methods(double[] scaled, Instant start, int day, int steps, ForecastSettings settings) {
    speeds = settings.speeds().size();
    int upTo = scaled.length + steps;
    habits = habits(scaled, start, day, upTo, settings);
    double hour = day / 24.0;
    levels = new ArrayList<>();
    for (var habit : habits) {
      var ofHabit = new double[speeds][];
      for (int speed = 0; speed < speeds; speed++) {
        ofHabit[speed] = levels(scaled, habit, settings.speeds().get(speed), hour);
      }
      levels.add(ofHabit);
    }
    fading = new double[speeds][Math.max(steps, day)];
    for (int speed = 0; speed < speeds; speed++) {
      double kept = Math.pow(settings.speeds().get(speed).kept(), 1 / hour);
      for (int ahead = 0; ahead < fading[speed].length; ahead++) {
        fading[speed][ahead] = Math.pow(kept, ahead + 1);
      }
    }
  }

  int count() {
    return habits.size() * speeds;
  }

  /** What a method says at {@code origin}, when the steps before it were known. */
  double at(int method, int origin, int ahead) {
    int habit = method / speeds;
    int speed = method % speeds;
    return habits.get(habit)[origin + ahead]
        + levels.get(habit)[speed][origin] * fading[speed][ahead];
  }

  private static List<double[]> habits(
      double[] scaled, Instant start, int day, int upTo, ForecastSettings settings) {
    var like = new Habits(scaled, start, day, upTo);
    var plain = like.plain(scaled, upTo);
    double middle = middle(scaled);
    fill(plain, at -> middle);
    var habits = new ArrayList<double[]>();
    for (var liking : settings.likings()) {
      var habit = like.of(liking, upTo);
      fill(habit, at -> plain[at]);
      habits.add(habit);
    }
    habits.add(plain);
    return habits;
  }

  private static void fill(double[] row, IntToDoubleFunction other) {
    for (int at = 0; at < row.length; at++) {
      if (Double.isNaN(row[at])) {
        row[at] = other.applyAsDouble(at);
      }
    }
  }

  private static double[] levels(double[] scaled, double[] habit, Speed speed, double hour) {
    var levels = new double[scaled.length + 1];
    double keep = Math.exp(-1 / (speed.memory() * hour));
    double prior = LEVEL_PRIOR * hour;
    double sum = 0;
    double weight = 0;
    for (int at = 0; at < scaled.length; at++) {
      boolean known = !Double.isNaN(scaled[at]);
      sum = keep * sum + (known ? scaled[at] - habit[at] : 0);
      weight = keep * weight + (known ? 1 : 0);
      levels[at + 1] = sum / (weight + prior);
    }
    return levels;
  }

  private static double middle(double[] scaled) {
    var known = Arrays.stream(scaled).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return (known[(known.length - 1) / 2] + known[known.length / 2]) / 2;
  }
}
