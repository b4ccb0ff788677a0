package dev.bellwether.campaign.allocation;

import java.util.Arrays;
import java.util.List;

/** One problem that can be kept, and the searches in it. */
final class Solver {

  /** A price at which whatever brings anything is bought. */
  private static final double ALMOST_FREE = 1e-290;

  private final Tree tree;
  private final Limits limits;
  private final Pool pool;
  private final Watering watering;
  private final boolean chords;
  private final Pool whole;

  Solver(Tree tree, Limits limits, List<Line> lines) {
    this.tree = tree;
    this.limits = limits;
    // A line that could take all has room left, so the price is that of its next unit
    pool = Pool.of(tree, lines, 2 * (limits.most[tree.root()] / Line.MICROS) + 1);
    watering = new Watering(tree, pool);
    chords = pool.hasChords();
    whole = chords ? pool.copy() : pool;
    watering.narrow();
  }

  Allocation solve(Objective objective) {
    return switch (objective) {
      case Objective.MostValue() -> split(total(ALMOST_FREE));
      case Objective.MarginalAtLeast(double slope) -> split(total(slope));
      case Objective.CostAtMost(double perUnit) -> atCost(perUnit);
      case Objective.LeastSpend(double value) -> forValue(value);
    };
  }

  /** The whole budget at a price, as near as its bounds allow. */
  private long total(double price) {
    long least = limits.least[tree.root()];
    long most = limits.most[tree.root()];
    if (least == most) {
      return most;
    }
    return Math.clamp(Math.round(watering.demand(price) * Line.MICROS), least, most);
  }

  private Split split(long total) {
    double[] inside;
    double[] spend = pool.spend;
    double promised = Double.POSITIVE_INFINITY;
    if (!chords) {
      inside = watering.prices(watering.fill(total / Line.MICROS, 0));
    } else {
      pool.restore(whole);
      Branching branching = new Branching(pool, watering, total / Line.MICROS);
      branching.search();
      promised = branching.bound;
      spend = branching.spend;
      inside = branching.inside;
    }
    long[] micros = Micros.of(tree, limits, spend, total);
    double value = 0;
    for (int i = 0; i < micros.length; i++) {
      value += pool.curve[i].at(micros[i] / Line.MICROS);
    }
    double lead = Certificate.lead(tree, pool, inside, micros);
    lead = Math.max(0, Math.min(lead, promised - value));
    double bound = value + lead;
    return new Split(
        asAsked(micros),
        inside[tree.root()],
        value,
        bound,
        bound > 0 ? lead / bound : 0,
        held(inside, micros));
  }

  private long[] asAsked(long[] byPlace) {
    long[] asked = new long[byPlace.length];
    for (int i = 0; i < asked.length; i++) {
      asked[tree.line[i]] = byPlace[i];
    }
    return asked;
  }

  private List<Held> held(double[] inside, long[] micros) {
    Held[] byGroup = new Held[tree.from.length];
    for (int g = tree.root(); g >= 0; g--) {
      boolean root = g == tree.root();
      byGroup[g] =
          root
              ? Held.NONE
              : inside[g] == inside[tree.parent[g]]
                  ? byGroup[tree.parent[g]]
                  : new Held(Held.By.GROUP, tree.name[g]);
    }
    Held[] held = new Held[micros.length];
    for (int i = 0; i < held.length; i++) {
      held[tree.line[i]] =
          tree.low[i] == tree.high[i]
              ? Held.FIXED
              : micros[i] <= tree.low[i]
                  ? Held.LOW
                  : micros[i] >= tree.high[i] ? Held.HIGH : byGroup[tree.groupOf[i]];
    }
    return Arrays.asList(held);
  }

  private double valueAt(double total) {
    watering.fill(total, 0);
    return watering.envelopes();
  }

  private Allocation forValue(double value) {
    double least = limits.least[tree.root()] / Line.MICROS;
    double most = limits.most[tree.root()] / Line.MICROS;
    double reachable = valueAt(most);
    if (reachable < value) {
      return new Infeasible(List.of(new Clash.Value(value, reachable)));
    }
    for (int round = 0; round < 200 && most - least > 1e-7; round++) {
      double middle = least + (most - least) / 2;
      if (valueAt(middle) >= value) {
        most = middle;
      } else {
        least = middle;
      }
    }
    return split((long) Math.ceil(most * Line.MICROS));
  }

  private Allocation atCost(double perUnit) {
    double best = watering.demand(1 / perUnit);
    double least =
        Math.clamp(
            best, limits.least[tree.root()] / Line.MICROS, limits.most[tree.root()] / Line.MICROS);
    double most = limits.most[tree.root()] / Line.MICROS;
    if (perUnit * valueAt(least) < least) {
      return new Infeasible(List.of(new Clash.Cost(perUnit, least / valueAt(least))));
    }
    for (int round = 0; round < 200 && most - least > 1e-7; round++) {
      double middle = least + (most - least) / 2;
      if (perUnit * valueAt(middle) >= middle) {
        least = middle;
      } else {
        most = middle;
      }
    }
    return split((long) Math.floor(least * Line.MICROS));
  }
}
