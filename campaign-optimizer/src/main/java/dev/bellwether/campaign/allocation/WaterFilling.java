package dev.bellwether.campaign.allocation;

import dev.bellwether.campaign.response.Curve;
import java.util.List;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Splits a budget over concave curves with bounds, exactly. At the optimum there is one price: each
 * line spends until its next unit brings less than that, or until a bound holds it (Boyd and
 * Vandenberghe, Convex Optimization, 5.5.3). The price is found by bisection, and the Lagrange dual
 * at the price bounds every possible split from above, so each answer carries the proof of how good
 * it is.
 */
public final class WaterFilling {

  private static final int MAX_ROUNDS = 2000;

  /** A gap below this share of the value cannot be told from rounding in doubles. */
  private static final double NOTHING = 1e-15;

  private WaterFilling() {}

  /**
   * @param budgetMicros zero or more
   * @return a {@link Split}, or which constraint makes one impossible
   * @throws IllegalArgumentException without lines or with a negative budget
   */
  public static Allocation allocate(List<Bounded> lines, long budgetMicros) {
    if (lines.isEmpty() || budgetMicros < 0) {
      throw new IllegalArgumentException("a split needs lines and a budget of zero or more");
    }
    long least = 0;
    long most = 0;
    for (Bounded line : lines) {
      least = Math.addExact(least, line.lowMicros());
      most = Math.addExact(most, line.highMicros());
    }
    if (budgetMicros < least) {
      return new BelowMinima(budgetMicros, least);
    }
    if (budgetMicros > most) {
      return new AboveMaxima(budgetMicros, most);
    }
    return split(lines, budgetMicros);
  }

  private static Split split(List<Bounded> lines, long budgetMicros) {
    double budget = budgetMicros / Split.MICROS;
    // Spends at a price too cheap (their sum is the budget or more) and at one too dear (at most
    // the budget)
    double[] much = lines.stream().mapToDouble(Bounded::high).toArray();
    double[] little = lines.stream().mapToDouble(Bounded::low).toArray();
    double cheap = 0;
    double dear = lines.stream().mapToDouble(l -> l.curve().slope(l.low())).max().orElse(0);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      double price = cheap + (dear - cheap) / 2;
      double apart = sum(much) - sum(little);
      if (price <= cheap || price >= dear || (dear - cheap) * apart <= NOTHING * dear * budget) {
        break;
      }
      double[] spends = new double[much.length];
      for (int i = 0; i < spends.length; i++) {
        spends[i] = demand(lines.get(i).curve(), price, little[i], much[i]);
      }
      if (sum(spends) >= budget) {
        much = spends;
        cheap = price;
      } else {
        little = spends;
        dear = price;
      }
    }
    double[] exact = between(little, much, budget);
    double bound = Math.min(dual(lines, budget, cheap, much), dual(lines, budget, dear, little));
    long[] micros = Rounding.toMicros(lines, exact, budgetMicros);
    double value = value(lines, micros);
    return new Split(micros, dear, value, gap(bound, value(lines, exact)), gap(bound, value));
  }

  /** The spend from {@code low} to {@code high} at which the next unit brings the price. */
  private static double demand(Curve curve, double price, double low, double high) {
    if (high <= low || curve.slope(low) <= price) {
      return low;
    }
    if (curve.slope(high) >= price) {
      return high;
    }
    var solver = new BracketingNthOrderBrentSolver(1e-14, Math.ulp(high), 5);
    return solver.solve(500, x -> curve.slope(x) - price, low, high, AllowedSolution.ANY_SIDE);
  }

  /**
   * Both ends are best at almost one price, so every mixture of them is; this one spends the
   * budget.
   */
  private static double[] between(double[] little, double[] much, double budget) {
    double from = sum(little);
    double apart = sum(much) - from;
    double share = apart > 0 ? Math.clamp((budget - from) / apart, 0, 1) : 0;
    double[] spends = new double[little.length];
    for (int i = 0; i < spends.length; i++) {
      spends[i] = little[i] + share * (much[i] - little[i]);
    }
    return spends;
  }

  /** The Lagrange dual at a price, given the spends that are best at it. */
  private static double dual(List<Bounded> lines, double budget, double price, double[] best) {
    return value(lines, best) + price * (budget - sum(best));
  }

  private static double value(List<Bounded> lines, double[] spends) {
    double value = 0;
    for (int i = 0; i < spends.length; i++) {
      value += lines.get(i).curve().at(spends[i]);
    }
    return value;
  }

  private static double value(List<Bounded> lines, long[] micros) {
    double value = 0;
    for (int i = 0; i < micros.length; i++) {
      value += lines.get(i).curve().at(micros[i] / Split.MICROS);
    }
    return value;
  }

  private static double gap(double bound, double value) {
    return bound > 0 ? Math.max(0, (bound - value) / bound) : 0;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
