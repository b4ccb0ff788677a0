package dev.bellwether.campaign.response;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How much more or less the same spend brings on each day of the week; 1 is the mean day. Figures
 * that cover several days take 1.
 */
public final class Weekdays {

  static final Weekdays ALIKE = new Weekdays(new double[] {1, 1, 1, 1, 1, 1, 1});

  /** Epoch day 0 was a Thursday. */
  private static final int MONDAY = 3;

  private final double[] factors;

  private Weekdays(double[] factors) {
    this.factors = factors;
  }

  /** Factors as given, Monday first, brought to a mean of 1. */
  static Weekdays scaled(double[] factors) {
    double mean = Arrays.stream(factors).average().orElse(1);
    return new Weekdays(Arrays.stream(factors).map(f -> f / mean).toArray());
  }

  double[] array() {
    return factors.clone();
  }

  /** The factor of that day's weekday. */
  public double on(LocalDate day) {
    return on(day.getDayOfWeek());
  }

  public double on(DayOfWeek day) {
    return factors[day.ordinal()];
  }

  double on(long epochDay) {
    return factors[index(epochDay)];
  }

  /** Monday first. */
  public List<Double> factors() {
    return Arrays.stream(factors).boxed().toList();
  }

  static int index(long epochDay) {
    return (int) Math.floorMod(epochDay + MONDAY, 7L);
  }
}
