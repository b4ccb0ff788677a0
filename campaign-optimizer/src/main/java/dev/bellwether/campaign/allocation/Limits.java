package dev.bellwether.campaign.allocation;

/**
 * What each group can spend at least and at most, all that lies in it considered, in micros. A tree
 * of groups can be kept exactly when none of them has a least above its most.
 */
final class Limits {

  final long[] least;
  final long[] most;

  /** Sums of what lies directly in a group. */
  final long[] leastOfParts;

  final long[] mostOfParts;

  Limits(Tree tree) {
    int groups = tree.from.length;
    least = new long[groups];
    most = new long[groups];
    leastOfParts = new long[groups];
    mostOfParts = new long[groups];
    for (int g = 0; g < groups; g++) {
      long atLeast = 0;
      long atMost = 0;
      for (int i = tree.from[g]; i < tree.ownTo[g]; i++) {
        atLeast = Bounds.plus(atLeast, tree.low[i]);
        atMost = Bounds.plus(atMost, tree.high[i]);
      }
      for (int child : tree.children[g]) {
        atLeast = Bounds.plus(atLeast, least[child]);
        atMost = Bounds.plus(atMost, most[child]);
      }
      leastOfParts[g] = atLeast;
      mostOfParts[g] = atMost;
      least[g] = Math.max(tree.least[g], atLeast);
      most[g] = Math.min(tree.most[g], atMost);
    }
  }

  boolean clashes(int group) {
    return least[group] > most[group];
  }
}
