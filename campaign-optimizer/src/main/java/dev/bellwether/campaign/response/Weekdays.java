package dev.bellwether.campaign.response;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * How much more or less the same spend brings on each day of the week, over the whole account; 1 is
 * the mean day. Figures that cover several days take 1.
 */
public final class Weekdays {

  static final Weekdays ALIKE = new Weekdays(new double[] {1, 1, 1, 1, 1, 1, 1});

  /**
   * How many expected outcomes must be seen on a weekday before its own ratio weighs as much as
   * "alike".
   */
  private static final double DOUBT = 20;

  private final double[] factors;

  private Weekdays(double[] factors) {
    this.factors = factors;
  }

  /**
   * By outcomes seen over outcomes expected without weekdays, each indexed by weekday, Monday
   * first.
   */
  static Weekdays of(double[] seen, double[] expected, double dispersion) {
    double[] factors = new double[7];
    double doubt = DOUBT * dispersion;
    for (int day = 0; day < 7; day++) {
      factors[day] = (seen[day] + doubt) / (expected[day] + doubt);
    }
    double mean = Arrays.stream(factors).average().orElse(1);
    return new Weekdays(Arrays.stream(factors).map(f -> f / mean).toArray());
  }

  double factor(Observation seen) {
    return seen.days() == 1 ? on(seen.day()) : 1;
  }

  /** The factor of that day's weekday. */
  public double on(LocalDate day) {
    return factors[day.getDayOfWeek().ordinal()];
  }

  /** Monday first. */
  public List<Double> factors() {
    return Arrays.stream(factors).boxed().toList();
  }

  static int index(LocalDate day) {
    return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
  }
}
