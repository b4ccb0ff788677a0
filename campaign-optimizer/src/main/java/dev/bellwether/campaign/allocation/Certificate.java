package dev.bellwether.campaign.allocation;

/**
 * How much more than a split any other split of the same total could bring: the Lagrange dual at
 * given prices (Boyd and Vandenberghe, Convex Optimization, 5.5.1), less the split's value. It
 * holds for every choice of prices, so it proves the split whatever found it. Taken line by line,
 * so that no large numbers are subtracted.
 */
final class Certificate {

  private Certificate() {}

  /**
   * @param inside the price within each group
   * @param micros the split, by place
   */
  static double lead(Tree tree, Pool pool, double[] inside, long[] micros) {
    double lead = 0;
    for (int i = 0; i < micros.length; i++) {
      double price = inside[tree.groupOf[i]];
      double spend = micros[i] / Line.MICROS;
      double best = pool.best(i, price, pool.spend[i]);
      double more = pool.envelope(i, best) - pool.curve[i].at(spend) - price * (best - spend);
      lead += Math.max(0, more);
    }
    long[] totals = totals(tree, micros);
    for (int g = 0; g < tree.root(); g++) {
      double over = inside[g] - inside[tree.parent[g]];
      if (over != 0) {
        long slack = over > 0 ? tree.most[g] - totals[g] : totals[g] - tree.least[g];
        lead += Math.abs(over) * (slack / Line.MICROS);
      }
    }
    return lead;
  }

  private static long[] totals(Tree tree, long[] micros) {
    long[] totals = new long[tree.from.length];
    for (int g = 0; g < totals.length; g++) {
      for (int i = tree.from[g]; i < tree.ownTo[g]; i++) {
        totals[g] += micros[i];
      }
      for (int child : tree.children[g]) {
        totals[g] += totals[child];
      }
    }
    return totals;
  }
}
