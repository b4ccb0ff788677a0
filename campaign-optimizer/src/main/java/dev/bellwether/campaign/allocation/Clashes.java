package dev.bellwether.campaign.allocation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The smallest set of bounds that cannot hold together. On a tree of groups they clash where a
 * group's maximum is below what lies in it must spend, or its minimum above what that may spend.
 */
final class Clashes {

  /** Beyond so many minima nobody looks for one fewer. */
  private static final int MANY = 300;

  private final Tree tree;
  private final Limits limits;

  /** One or more minima, together {@code sum}: a line's, a group's, or those of two choices. */
  private record Choice(long sum, int line, int group, Choice one, Choice other) {

    static final Choice NONE = new Choice(0, -1, -1, null, null);

    Choice and(Choice more) {
      return new Choice(Bounds.plus(sum, more.sum), -1, -1, this, more);
    }
  }

  private Clashes(Tree tree, Limits limits) {
    this.tree = tree;
    this.limits = limits;
  }

  /**
   * @return empty where all bounds can be kept
   */
  static List<Clash> of(Tree tree, Limits limits) {
    Clashes clashes = new Clashes(tree, limits);
    boolean[] broken = new boolean[tree.from.length];
    List<Clash> fewest = List.of();
    for (int g = 0; g < broken.length; g++) {
      for (int child : tree.children[g]) {
        broken[g] |= broken[child];
      }
      if (!broken[g] && limits.clashes(g)) {
        broken[g] = true;
        List<Clash> found = clashes.at(g);
        fewest = fewest.isEmpty() || found.size() < fewest.size() ? found : fewest;
      }
    }
    return fewest;
  }

  private List<Clash> at(int group) {
    List<Clash> clashes = new ArrayList<>();
    if (limits.leastOfParts[group] > tree.most[group]) {
      clashes.add(new Clash.Most(scope(group), tree.name[group], tree.most[group]));
      minima(group, clashes);
    } else {
      clashes.add(new Clash.Least(scope(group), tree.name[group], tree.least[group]));
      maxima(group, clashes);
    }
    return clashes;
  }

  private Clash.Scope scope(int group) {
    return group == tree.root() ? Clash.Scope.BUDGET : Clash.Scope.GROUP;
  }

  // Minima above a maximum

  private void minima(int group, List<Clash> into) {
    long limit = tree.most[group];
    List<Choice> single = new ArrayList<>();
    effective(group, single);
    single.sort(Comparator.comparingLong(Choice::sum).reversed());
    int enough = 0;
    long sum = 0;
    Choice all = Choice.NONE;
    while (sum <= limit) {
      all = all.and(single.get(enough));
      sum = Bounds.plus(sum, single.get(enough++).sum());
    }
    if (enough <= MANY && tree.children[group].length > 0) {
      for (Choice choice : parts(group, enough)) {
        if (choice.sum() > limit) {
          all = choice;
          break;
        }
      }
    }
    collect(all, into);
  }

  /** The minima that make up what a group must spend. */
  private void effective(int group, List<Choice> into) {
    for (int i = tree.from[group]; i < tree.ownTo[group]; i++) {
      into.add(new Choice(tree.low[i], i, -1, null, null));
    }
    for (int child : tree.children[group]) {
      if (tree.least[child] >= limits.leastOfParts[child]) {
        into.add(new Choice(tree.least[child], -1, child, null, null));
      } else {
        effective(child, into);
      }
    }
  }

  /** By number, the minima within a group that together ask for the most. */
  private Choice[] parts(int group, int most) {
    List<Choice> own = new ArrayList<>();
    for (int i = tree.from[group]; i < tree.ownTo[group]; i++) {
      own.add(new Choice(tree.low[i], i, -1, null, null));
    }
    own.sort(Comparator.comparingLong(Choice::sum).reversed());
    Choice[] best = new Choice[most + 1];
    Arrays.fill(best, Choice.NONE);
    for (int k = 1; k <= most; k++) {
      best[k] = k <= own.size() ? best[k - 1].and(own.get(k - 1)) : best[k - 1];
    }
    for (int child : tree.children[group]) {
      Choice[] inner = parts(child, most);
      if (tree.least[child] > inner[1].sum()) {
        inner[1] = new Choice(tree.least[child], -1, child, null, null);
      }
      Choice[] both = best.clone();
      for (int k = 1; k <= most; k++) {
        for (int taken = 1; taken <= k && inner[taken].sum() > inner[taken - 1].sum(); taken++) {
          long sum = Bounds.plus(best[k - taken].sum(), inner[taken].sum());
          both[k] = sum > both[k].sum() ? best[k - taken].and(inner[taken]) : both[k];
        }
      }
      best = both;
    }
    return best;
  }

  private void collect(Choice choice, List<Clash> into) {
    var left = new ArrayDeque<Choice>(List.of(choice));
    while (!left.isEmpty()) {
      Choice next = left.pop();
      if (next.one() != null) {
        left.push(next.other());
        left.push(next.one());
      } else if (next.line() >= 0) {
        into.add(new Clash.Least(Clash.Scope.LINE, tree.lineName(next.line()), next.sum()));
      } else if (next.group() >= 0) {
        into.add(new Clash.Least(Clash.Scope.GROUP, tree.name[next.group()], next.sum()));
      }
    }
  }

  // Maxima below a minimum: all that lies in the group must be capped, so none can be left out

  private void maxima(int group, List<Clash> into) {
    long spare = tree.least[group] - limits.mostOfParts[group];
    for (int i = tree.from[group]; i < tree.ownTo[group]; i++) {
      into.add(new Clash.Most(Clash.Scope.LINE, tree.lineName(i), tree.high[i]));
    }
    for (int child : tree.children[group]) {
      spare = cap(child, spare, into);
    }
  }

  /** One maximum of the whole group where that is as good, or good enough; else those within. */
  private long cap(int group, long spare, List<Clash> into) {
    long looser = tree.most[group] - limits.most[group];
    if (looser < spare) {
      into.add(new Clash.Most(Clash.Scope.GROUP, tree.name[group], tree.most[group]));
      return spare - looser;
    }
    long left = spare;
    for (int i = tree.from[group]; i < tree.ownTo[group]; i++) {
      into.add(new Clash.Most(Clash.Scope.LINE, tree.lineName(i), tree.high[i]));
    }
    for (int child : tree.children[group]) {
      left = cap(child, left, into);
    }
    return left;
  }
}
