package dev.bellwether.campaign.allocation;

import java.util.Arrays;

/**
 * Water-filling through a tree of groups, from the innermost outwards. What a group's lines spend
 * when it spends all it may, and when it spends no more than it must, bounds what each of them
 * spends at the optimum (Vidal, Gribel and Jaillet, Separable convex optimization with nested lower
 * and upper constraints, 2019). With these bounds on its lines the group needs no bounds of its
 * own, and the next one outwards is filled as if there were no groups in it.
 */
final class Watering {

  private final Tree tree;
  private final Pool pool;
  private final Filling filling;

  /** The prices in a group at which its maximum and its minimum hold. */
  private final double[] atMost;

  private final double[] atLeast;

  Watering(Tree tree, Pool pool) {
    this.tree = tree;
    this.pool = pool;
    filling = new Filling(pool);
    atMost = new double[tree.from.length];
    atLeast = new double[tree.from.length];
  }

  /**
   * Narrows the bounds of lines to what their groups allow.
   *
   * @return false where they allow nothing
   */
  boolean narrow() {
    Arrays.fill(atLeast, Double.POSITIVE_INFINITY);
    for (int g = 0; g < tree.root(); g++) {
      int from = tree.from[g];
      int to = tree.to[g];
      double least = 0;
      double most = 0;
      for (int i = from; i < to; i++) {
        least += pool.low[i];
        most += pool.high[i];
      }
      if (apart(tree.least[g] / Line.MICROS, most) || apart(least, tree.most[g] / Line.MICROS)) {
        return false;
      }
      double atMostSpend = tree.most[g] / Line.MICROS;
      if (atMostSpend < most) {
        atMost[g] = filling.fill(from, to, atMostSpend, 0);
        for (int i = from; i < to; i++) {
          pool.atMost(i, pool.spend[i]);
        }
      } else {
        atMost[g] = 0;
      }
      double atLeastSpend = tree.least[g] / Line.MICROS;
      if (atLeastSpend > least) {
        atLeast[g] = filling.fill(from, to, atLeastSpend, 0);
        for (int i = from; i < to; i++) {
          pool.atLeast(i, pool.spend[i]);
        }
      }
    }
    return true;
  }

  /** Whether a least is above a most by more than sums of doubles can be wrong. */
  private static boolean apart(double least, double most) {
    return least - most > 1e-12 * least + 0.5 / Line.MICROS;
  }

  /** Whether the narrowed lines can spend a total. */
  boolean reaches(double total) {
    return !apart(least(), total) && !apart(total, most());
  }

  /** What the narrowed lines spend at least. */
  double least() {
    double least = 0;
    for (int i = 0; i < pool.size(); i++) {
      least += pool.low[i];
    }
    return least;
  }

  /** What the narrowed lines can spend at most. */
  double most() {
    double most = 0;
    for (int i = 0; i < pool.size(); i++) {
      most += pool.high[i];
    }
    return most;
  }

  /**
   * Spends a total on the narrowed lines.
   *
   * @param guess a price to begin with; 0 for none
   * @return the price of the whole budget
   */
  double fill(double total, double guess) {
    return filling.fill(0, pool.size(), total, guess);
  }

  /** What all lines spend at a price. */
  double demand(double price) {
    double sum = 0;
    for (int i = 0; i < pool.size(); i++) {
      pool.spend[i] = pool.demand(i, price, pool.spend[i]);
      sum += pool.spend[i];
    }
    return sum;
  }

  /** The price within each group, given that of the whole budget. */
  double[] prices(double price) {
    double[] inside = new double[tree.from.length];
    inside[tree.root()] = price;
    for (int g = tree.root() - 1; g >= 0; g--) {
      inside[g] = Math.max(atMost[g], Math.min(atLeast[g], inside[tree.parent[g]]));
    }
    return inside;
  }

  /** What the envelopes of all lines bring together. */
  double envelopes() {
    double value = 0;
    for (int i = 0; i < pool.size(); i++) {
      value += pool.envelope(i, pool.spend[i]);
    }
    return value;
  }
}
