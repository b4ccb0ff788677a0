package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.util.List;

/**
 * A return with its uncertainty. One line's slots share one curve, so what is wrong in one is wrong
 * in all and their deviations add up; different lines err independently, so their variances do.
 *
 * @param variance of {@code mean}, in its units squared
 */
record Expectation(double mean, double variance) {

  static final Expectation NONE = new Expectation(0, 0);

  /** Standard normal quantile of 0.95: both ends of an interval of 0.9. */
  private static final double Z = 1.6448536269514722;

  /**
   * @param micros by slot; parts of a micro count
   */
  static Expectation of(FittedAccount account, int i, List<TimeSlot> slots, double[] micros) {
    PosteriorCurve curve = account.curves().get(i);
    double mean = 0;
    double deviation = 0;
    for (int k = 0; k < micros.length; k++) {
      if (micros[k] > 0) {
        TimeSlot slot = slots.get(k);
        double scale = slot.days() * account.factor(i, slot);
        double daily = micros[k] / Micros.UNIT / slot.days();
        mean += scale * curve.at(daily);
        deviation += scale * Math.sqrt(Math.max(0, curve.varianceAt(daily)));
      }
    }
    return new Expectation(mean, deviation * deviation);
  }

  Expectation plus(Expectation other) {
    return new Expectation(mean + other.mean, variance + other.variance);
  }

  double uncertainty() {
    return mean > 0 ? Math.sqrt(variance) / mean : 0;
  }

  /** The interval of 0.9 of a gamma with these moments, in other units. */
  BudgetPlan.Range range(double units) {
    return new BudgetPlan.Range(
        Math.min(mean, quantile(-Z)) * units, mean * units, Math.max(mean, quantile(Z)) * units);
  }

  /** Wilson and Hilferty's cube-root normal approximation (PNAS 1931). */
  private double quantile(double z) {
    if (!(mean > 0) || !(variance > 0)) {
      return Math.max(0, mean);
    }
    double ninth = variance / (9 * mean * mean);
    double root = Math.max(0, 1 - ninth + z * Math.sqrt(ninth));
    return mean * root * root * root;
  }
}
