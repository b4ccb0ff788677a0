package dev.bellwether.campaign.allocation;

/**
 * Finds the total to spend for an objective. What the best split of a total brings is a concave
 * function of it whose slope is the price, so a total for a volume or a cost is a root found by
 * Newton's steps. With S-shapes that holds for the envelopes, whose answer bounds the true one;
 * this is then bracketed with true splits.
 */
final class Targets {

  /** A price at which whatever brings anything is bought. */
  private static final double ALMOST_FREE = 1e-290;

  private static final int ROUNDS = 100;

  /** True splits on the way to a total where curves are S-shaped. */
  private static final int TRIES = 48;

  private static final double MICRO = 1e-6;

  /** Sums of doubles are off by less than this. */
  private static final double EXACT = 1e-12;

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

  // The least spend for a volume

  private Allocation forValue(double value) {
    double reachable = reachable();
    if (reachable < value * (1 - EXACT)) {
      Split best = solver.split(solver.limits.most[solver.tree.root()]);
      return Unreachable.value(solver.tree, value, reachable, best);
    }
    double enough = leastTotal(value);
    long most = solver.limits.most[solver.tree.root()];
    long low = Math.min(most, Math.max(floor(enough), solver.limits.least[solver.tree.root()]));
    Split split = solver.split(low);
    long proven = low;
    long step = 1;
    // Rounding may leave a little to wish; on S-shapes the envelopes may have promised too much
    while (split.value() < value && low < most) {
      double missing = Math.max(0, value - split.value()) / Math.max(split.price(), 1e-300);
      low = Bounds.plus(low, Math.max(step, solver.concave() ? (long) (missing / MICRO) : step));
      low = Math.min(low, most);
      step = Bounds.plus(step, step);
      split = solver.split(low);
    }
    if (split.value() < value * (1 - EXACT)) {
      return Unreachable.value(solver.tree, value, split.value(), split);
    }
    return solver.concave() ? spending(split, enough) : bracketed(value, proven, split);
  }

  /** Halves between a total that does not bring the value and one that does. */
  private Split bracketed(double value, long least, Split enough) {
    long low = least;
    long proven = least;
    Split best = enough;
    for (int round = 0; round < TRIES && best.totalMicros() - low > 1; round++) {
      long middle = low + (best.totalMicros() - low) / 2;
      Split tried = solver.split(middle);
      if (tried.value() >= value) {
        best = tried;
      } else {
        low = middle;
        proven = tried.bound() < value ? middle : proven;
      }
    }
    return spending(best, proven * MICRO);
  }

  private static Split spending(Split split, double leastTotal) {
    double spent = split.totalMicros() * MICRO;
    double bound = Math.min(spent, leastTotal);
    double gap = spent > 0 ? (spent - bound) / spent : 0;
    return new Split(split.micros(), split.price(), split.value(), bound, gap, split.held());
  }

  private double reachable() {
    double most = solver.most();
    return solver.concave()
        ? solver.relaxed(most)
        : solver.split(solver.limits.most[solver.tree.root()]).value();
  }

  /** Where the envelopes bring a value. */
  private double leastTotal(double value) {
    double low = solver.least();
    double high = solver.most();
    double at = low;
    for (int round = 0; round < ROUNDS && high - low > EXACT * high; round++) {
      double missing = value - solver.relaxed(at);
      if (missing > 0) {
        low = at;
      } else {
        high = at;
      }
      double next = at + missing / solver.price();
      boolean inside = next > low && next < high && round < ROUNDS / 2;
      if (Math.abs(missing) <= EXACT * value || inside && next == at) {
        return at;
      }
      at = inside ? next : low + (high - low) / 2;
    }
    return high;
  }

  // The most value at a cost

  private Allocation atCost(double perUnit) {
    long cheapest = solver.totalAt(1 / perUnit);
    Split split = solver.split(cheapest);
    if (!affordable(split, perUnit)) {
      double bound = split.bound();
      if (solver.concave() || perUnit * bound < cheapest * MICRO) {
        return Unreachable.cost(solver.tree, perUnit, cost(split), split);
      }
      split = anyAffordable(perUnit, split);
      if (!affordable(split, perUnit)) {
        return Unreachable.cost(solver.tree, perUnit, cost(split), split);
      }
    }
    double most = mostTotal(perUnit, cheapest * MICRO);
    long high = Math.max(cheapest, Math.min(ceil(most), solver.totalAt(ALMOST_FREE)));
    Split dear = solver.split(high);
    double bound = dear.bound();
    Split best = affordable(dear, perUnit) ? dear : between(perUnit, split, high);
    double gap = bound > 0 ? Math.max(0, (bound - best.value()) / bound) : 0;
    return new Split(
        best.micros(), best.price(), best.value(), Math.max(bound, best.value()), gap, best.held());
  }

  /** Halves between a total that keeps the cost and one that does not. */
  private Split between(double perUnit, Split cheap, long dear) {
    Split best = cheap;
    long high = dear;
    long step = 1;
    for (int round = 0; round < 2 * TRIES && high - best.totalMicros() > 1; round++) {
      long low = best.totalMicros();
      // The envelopes' total is exact on concave curves, so the answer is a few micros below
      long next = high - low > 2 * step && round < 12 ? high - step : low + (high - low) / 2;
      step *= 4;
      Split tried = solver.split(next);
      if (affordable(tried, perUnit)) {
        best = tried;
      } else {
        high = next;
      }
    }
    return best;
  }

  private Split anyAffordable(double perUnit, Split first) {
    long least = solver.limits.least[solver.tree.root()];
    long most = solver.limits.most[solver.tree.root()];
    Split best = first;
    for (int k = 0; k <= TRIES && !affordable(best, perUnit); k++) {
      Split tried = solver.split(least + (long) ((double) k / TRIES * (most - least)));
      best = cost(tried) < cost(best) ? tried : best;
    }
    return best;
  }

  private static boolean affordable(Split split, double perUnit) {
    return split.totalMicros() * MICRO <= perUnit * split.value() * (1 + EXACT);
  }

  private static double cost(Split split) {
    double spent = split.totalMicros() * MICRO;
    return split.value() > 0 ? spent / split.value() : spent > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** The largest total whose envelopes keep the cost; the smallest known to do so is given. */
  private double mostTotal(double perUnit, double cheapest) {
    double low = cheapest;
    double high = solver.most();
    double at = high;
    for (int round = 0; round < ROUNDS && high - low > EXACT * high; round++) {
      double spare = perUnit * solver.relaxed(at) - at;
      if (spare >= 0) {
        low = at;
      } else {
        high = at;
      }
      double next = at - spare / (perUnit * solver.price() - 1);
      boolean inside = next > low && next < high && round < ROUNDS / 2;
      if (Math.abs(spare) <= EXACT * at || inside && next == at) {
        return at;
      }
      at = inside ? next : low + (high - low) / 2;
    }
    return high;
  }

  private static long floor(double total) {
    return (long) Math.floor(total * Line.MICROS);
  }

  private static long ceil(double total) {
    return (long) Math.ceil(total * Line.MICROS);
  }
}
