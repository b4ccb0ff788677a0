package dev.bellwether.campaign.allocation;

/**
 * Turns spends into whole micros that keep every bound of lines and groups. From the whole budget
 * downwards each group's total is shared among its parts: every part gets its own spend with what
 * rounding has left over so far, so no part is off by a micro or more.
 */
final class Micros {

  private final Tree tree;
  private final Limits limits;
  private final double[] spend;
  private final long[] micros;

  private Micros(Tree tree, Limits limits, double[] spend) {
    this.tree = tree;
    this.limits = limits;
    this.spend = spend;
    micros = new long[spend.length];
  }

  /**
   * @param total of the whole budget, within its limits
   * @return by place
   */
  static long[] of(Tree tree, Limits limits, double[] spend, long total) {
    Micros rounding = new Micros(tree, limits, spend);
    double[] sums = new double[tree.from.length];
    for (int g = 0; g < sums.length; g++) {
      double sum = 0;
      for (int i = tree.from[g]; i < tree.ownTo[g]; i++) {
        sum += spend[i];
      }
      for (int child : tree.children[g]) {
        sum += sums[child];
      }
      sums[g] = sum;
    }
    long[] totals = new long[sums.length];
    totals[tree.root()] = total;
    for (int g = tree.root(); g >= 0; g--) {
      rounding.share(g, sums, totals);
    }
    return rounding.micros;
  }

  private void share(int group, double[] sums, long[] totals) {
    double over = 0;
    long left = totals[group];
    for (int i = tree.from[group]; i < tree.ownTo[group]; i++) {
      double exact = spend[i] * Line.MICROS;
      micros[i] = near(exact, over, tree.low[i], tree.high[i]);
      over += exact - micros[i];
      left -= micros[i];
    }
    for (int child : tree.children[group]) {
      double exact = sums[child] * Line.MICROS;
      totals[child] = near(exact, over, limits.least[child], limits.most[child]);
      over += exact - totals[child];
      left -= totals[child];
    }
    mend(group, left, totals);
  }

  /** What a bound holds stays on it: to move it by a micro would cost, to move others does not. */
  private static long near(double exact, double over, long least, long most) {
    double held = 1e-4 + 1e-14 * exact;
    if (exact <= least + held) {
      return least;
    }
    return exact >= most - held ? most : Math.clamp(Math.round(exact + over), least, most);
  }

  /**
   * What is left over goes to parts that no bound holds, a micro each; what doubles could not hold
   * of a very large budget goes wherever there is room.
   */
  private void mend(int group, long over, long[] totals) {
    long left = spread(group, over, 1, true, totals);
    for (long each = 1; left != 0; each *= 1024) {
      left = spread(group, left, each, false, totals);
      if (each > Bounds.MOST && left != 0) {
        throw new IllegalStateException("the bounds leave no room for " + left + " micros");
      }
    }
  }

  /** Adds or takes up to {@code each} micros a part; returns what is still left over. */
  private long spread(int group, long over, long each, boolean free, long[] totals) {
    long left = over;
    for (int i = tree.from[group]; i < tree.ownTo[group] && left != 0; i++) {
      long change = change(left, each, free, micros[i], tree.low[i], tree.high[i]);
      micros[i] += change;
      left -= change;
    }
    for (int child : tree.children[group]) {
      long now = totals[child];
      long change = change(left, each, free, now, limits.least[child], limits.most[child]);
      totals[child] += change;
      left -= change;
    }
    return left;
  }

  private static long change(long left, long each, boolean free, long now, long least, long most) {
    if (free && (now <= least || now >= most)) {
      return 0;
    }
    return left > 0
        ? Math.min(Math.min(left, each), most - now)
        : -Math.min(Math.min(-left, each), now - least);
  }
}
