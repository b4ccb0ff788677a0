package dev.bellwether.campaign.allocation;

/** Meets an objective to the micro, and says how near the best it is. */
final class Targets {

  /** A price at which whatever brings anything is bought. */
  private static final double ALMOST_FREE = 1e-290;

  private static final double MICRO = 1e-6;

  private final Solver solver;

  Targets(Solver solver) {
    this.solver = solver;
  }

  Allocation solve(Objective objective) {
    return switch (objective) {
      case Objective.MostValue() -> solver.split(solver.totalAt(ALMOST_FREE));
      case Objective.MarginalAtLeast(double slope) -> solver.split(solver.totalAt(slope));
      case Objective.CostAtMost(double perUnit) -> atCost(perUnit);
      case Objective.LeastSpend(double value) -> forValue(value);
    };
  }

  private long least() {
    return solver.limits.least[solver.tree.root()];
  }

  private long most() {
    return solver.limits.most[solver.tree.root()];
  }

  private Allocation atCost(double perUnit) {
    var best = solver.best(new Relaxation.AtCost(perUnit, solver.least(), solver.most()));
    if (best.score == Double.NEGATIVE_INFINITY) {
      Split nearest = solver.split(solver.totalAt(1 / perUnit));
      return Unreachable.cost(solver.tree, perUnit, cost(nearest), nearest);
    }
    long total = Math.clamp((long) (total(best) * Line.MICROS), least(), most());
    Split split = solver.rounded(best, total, Double.POSITIVE_INFINITY);
    for (long step = 1; !affordable(split, perUnit) && total > least(); step += step) {
      total = Math.max(least(), total - step);
      split = solver.rounded(best, total, Double.POSITIVE_INFINITY);
    }
    if (!affordable(split, perUnit)) {
      return Unreachable.cost(solver.tree, perUnit, cost(split), split);
    }
    double more = (total + 1) * MICRO;
    boolean all = total == most() || perUnit * solver.relaxed(more) < more;
    double bound = all ? Math.min(best.bound, split.bound()) : best.bound;
    bound = Math.max(bound, split.value());
    double gap = bound > 0 ? (bound - split.value()) / bound : 0;
    return new Split(split.micros(), split.price(), split.value(), bound, gap, split.held());
  }

  private Allocation forValue(double value) {
    var best = solver.best(new Relaxation.ForValue(value, solver.least(), solver.most()));
    if (best.score == Double.NEGATIVE_INFINITY) {
      Split nearest = solver.split(most());
      return Unreachable.value(solver.tree, value, nearest.value(), nearest);
    }
    long total = Math.clamp((long) Math.ceil(total(best) * Line.MICROS), least(), most());
    Split split = solver.rounded(best, total, Double.POSITIVE_INFINITY);
    for (long step = 1; split.value() < value && total < most(); step += step) {
      total = Math.min(most(), Bounds.plus(total, step));
      split = solver.rounded(best, total, Double.POSITIVE_INFINITY);
    }
    if (split.value() < value * (1 - Relaxation.EXACT)) {
      return Unreachable.value(solver.tree, value, split.value(), split);
    }
    boolean none = total == least() || solver.relaxed((total - 1) * MICRO) < value;
    double spent = total * MICRO;
    double bound = none ? spent : Math.min(spent, -best.bound);
    double gap = spent > 0 ? (spent - bound) / spent : 0;
    return new Split(split.micros(), split.price(), split.value(), bound, gap, split.held());
  }

  private static double total(Branching best) {
    double total = 0;
    for (double spend : best.spend) {
      total += spend;
    }
    return total;
  }

  private static boolean affordable(Split split, double perUnit) {
    return split.totalMicros() * MICRO <= perUnit * split.value() * (1 + Relaxation.EXACT);
  }

  /** What a unit costs; infinite where money brings nothing. */
  private static double cost(Split split) {
    double spent = split.totalMicros() * MICRO;
    return split.value() > 0 ? spent / split.value() : spent > 0 ? Double.POSITIVE_INFINITY : 0;
  }
}
