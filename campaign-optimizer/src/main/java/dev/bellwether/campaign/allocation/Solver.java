package dev.bellwether.campaign.allocation;

import java.util.Arrays;
import java.util.List;

/** A problem whose bounds can be kept: how it is split at a total, and what totals bring. */
final class Solver {

  final Tree tree;
  final Limits limits;
  private final Pool pool;
  private final Watering watering;
  private final boolean chords;
  private final Pool whole;

  /** Whether the pool's bounds are narrowed to what groups allow. */
  private boolean narrowed;

  /** The price at which the last relaxed total was spent. */
  private double price;

  Solver(Tree tree, Limits limits) {
    this.tree = tree;
    this.limits = limits;
    // A line that could take all has room left, so the price is that of its next unit
    pool = Pool.of(tree, 2 * (limits.most[tree.root()] / Line.MICROS) + 1);
    watering = new Watering(tree, pool);
    chords = pool.hasChords();
    whole = chords ? pool.copy() : null;
  }

  double least() {
    return limits.least[tree.root()] / Line.MICROS;
  }

  double most() {
    return limits.most[tree.root()] / Line.MICROS;
  }

  boolean concave() {
    return !chords;
  }

  private void narrow() {
    if (!narrowed) {
      watering.narrow();
      narrowed = true;
    }
  }

  /** What the envelopes bring of a total: as much as the curves, or more. */
  double relaxed(double total) {
    narrow();
    price = watering.fill(total, price);
    return watering.envelopes();
  }

  /** What the next unit brings at the total last relaxed. */
  double price() {
    return price;
  }

  /** The whole budget at a price, as near as its bounds allow. */
  long totalAt(double price) {
    long least = limits.least[tree.root()];
    long most = limits.most[tree.root()];
    if (least == most) {
      return most;
    }
    narrow();
    return Math.clamp(Math.round(watering.demand(price) * Line.MICROS), least, most);
  }

  /**
   * The best spends for an objective. Where {@link Branching#score} is minus infinity, none was
   * found; where its bound is, there is none.
   */
  Branching best(Relaxation relaxation) {
    if (chords && narrowed) {
      pool.restore(whole);
      narrowed = false;
    } else if (!chords) {
      narrow();
    }
    var branching = new Branching(pool, chords ? whole : null, watering, relaxation);
    branching.search(price);
    return branching;
  }

  /** The best split of a total within the limits of the whole budget. */
  Split split(long total) {
    var best = best(new Relaxation.OfTotal(total / Line.MICROS));
    return rounded(best, total, best.bound);
  }

  /**
   * Spends in micros.
   *
   * @param promised no split of the total brings more
   */
  Split rounded(Branching best, long total, double promised) {
    long[] micros = Micros.of(tree, limits, best.spend, total);
    double value = 0;
    for (int i = 0; i < micros.length; i++) {
      double brought = pool.curve[i].at(micros[i] / Line.MICROS);
      if (!Double.isFinite(brought)) {
        throw new IllegalArgumentException(
            "the curve of line %s brings %s at %d micros"
                .formatted(tree.lineName(i), brought, micros[i]));
      }
      value += brought;
    }
    double lead = Certificate.lead(tree, pool, best.inside, micros);
    lead = Math.max(0, chords ? Math.min(lead, promised - value) : lead);
    double bound = value + lead;
    return new Split(
        asAsked(micros),
        best.inside[tree.root()],
        value,
        bound,
        bound > 0 ? lead / bound : 0,
        held(best.inside, micros));
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
    byGroup[tree.root()] = Held.NONE;
    for (int g = tree.root() - 1; g >= 0; g--) {
      byGroup[g] =
          inside[g] == inside[tree.parent[g]]
              ? byGroup[tree.parent[g]]
              : new Held(Held.By.GROUP, tree.name[g]);
    }
    Held[] held = new Held[micros.length];
    for (int i = 0; i < held.length; i++) {
      held[tree.line[i]] = held(i, micros[i], byGroup[tree.groupOf[i]]);
    }
    return Arrays.asList(held);
  }

  private Held held(int i, long micros, Held byGroup) {
    if (tree.low[i] == tree.high[i]) {
      return Held.FIXED;
    }
    if (micros <= tree.low[i]) {
      return Held.LOW;
    }
    return micros >= tree.high[i] ? Held.HIGH : byGroup;
  }
}
