package dev.bellwether.campaign.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which bounds keep a volume or a cost out of reach: a set of them none of which can be left out,
 * found by dividing (Junker, QuickXplain, 2004). Budgets are preferred to groups, groups to lines.
 */
final class Unreachable {

  /** What is not bounded may spend this much, in micros: beyond it no curve brings more. */
  private static final long WIDE = Bounds.MOST;

  private static final int MOST_TRIES = 400;
  private static final int FEWEST_TRIES = 40;
  private static final long WORK = 4_000_000;

  private final Tree tree;
  private final Predicate<Solver> outOfReach;
  private int tries;

  /** One bound: of the place in the tree, or of the group with that number. */
  private record Item(boolean least, Clash.Scope scope, int at) {}

  private Unreachable(Tree tree, Predicate<Solver> outOfReach) {
    this.tree = tree;
    this.outOfReach = outOfReach;
    tries = Math.clamp(WORK / tree.size(), FEWEST_TRIES, MOST_TRIES);
  }

  /**
   * @param best the split that comes nearest
   */
  static Infeasible value(Tree tree, double asked, double reachable, Split best) {
    var search = new Unreachable(tree, s -> s.relaxed(s.most()) < asked * (1 - 1e-12));
    return search.infeasible(new Clash.Value(asked, reachable), best);
  }

  /**
   * @param best the split that comes nearest
   */
  static Infeasible cost(Tree tree, double asked, double reachable, Split best) {
    var search =
        new Unreachable(
            tree,
            s -> {
              double total = s.totalAt(1 / asked) / Line.MICROS;
              return asked * s.relaxed(total) < total * (1 - 1e-12);
            });
    return search.infeasible(new Clash.Cost(asked, reachable), best);
  }

  private Infeasible infeasible(Clash goal, Split best) {
    List<Clash> clashes = new ArrayList<>(List.of(goal));
    List<Item> suspects = suspects(best);
    List<Item> culprits = clashes(List.of()) ? List.of() : suspects;
    if (!culprits.isEmpty() && clashes(suspects)) {
      culprits = explain(List.of(), false, suspects);
    }
    for (Item item : culprits) {
      clashes.add(clash(item));
    }
    return new Infeasible(clashes);
  }

  /** Bounds that could matter: all of the budget and its groups, and those that hold a line. */
  private List<Item> suspects(Split best) {
    List<Item> items = new ArrayList<>();
    for (int g = tree.root(); g >= 0; g--) {
      var scope = g == tree.root() ? Clash.Scope.BUDGET : Clash.Scope.GROUP;
      items.add(new Item(false, scope, g));
      if (tree.least[g] > 0) {
        items.add(new Item(true, scope, g));
      }
    }
    for (int i = 0; i < tree.size(); i++) {
      Held.By by = best.held().get(tree.line[i]).by();
      boolean fixed = by == Held.By.FIXED;
      if (fixed || by == Held.By.HIGH) {
        items.add(new Item(false, Clash.Scope.LINE, i));
      }
      if ((fixed || by == Held.By.LOW) && tree.low[i] > 0) {
        items.add(new Item(true, Clash.Scope.LINE, i));
      }
    }
    return items;
  }

  private List<Item> explain(List<Item> given, boolean grown, List<Item> suspects) {
    if (grown && clashes(given)) {
      return List.of();
    }
    if (suspects.size() == 1) {
      return suspects;
    }
    List<Item> first = suspects.subList(0, suspects.size() / 2);
    List<Item> rest = suspects.subList(suspects.size() / 2, suspects.size());
    List<Item> ofRest = explain(both(given, first), true, rest);
    List<Item> ofFirst = explain(both(given, ofRest), !ofRest.isEmpty(), first);
    return both(ofFirst, ofRest);
  }

  private static List<Item> both(List<Item> some, List<Item> more) {
    List<Item> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** Whether the goal is out of reach with no other bounds than these. */
  private boolean clashes(List<Item> items) {
    if (tries-- <= 0) {
      return false;
    }
    Tree bare = tree.copy();
    Arrays.fill(bare.low, 0);
    Arrays.fill(bare.high, WIDE);
    Arrays.fill(bare.least, 0);
    Arrays.fill(bare.most, WIDE);
    for (Item item : items) {
      boolean line = item.scope() == Clash.Scope.LINE;
      long[] to = item.least() ? line ? bare.low : bare.least : line ? bare.high : bare.most;
      long[] from = item.least() ? line ? tree.low : tree.least : line ? tree.high : tree.most;
      to[item.at()] = Math.min(WIDE, from[item.at()]);
    }
    return outOfReach.test(new Solver(bare, new Limits(bare)));
  }

  private Clash clash(Item item) {
    boolean line = item.scope() == Clash.Scope.LINE;
    String name = line ? tree.lineName(item.at()) : tree.name[item.at()];
    if (item.least()) {
      long micros = line ? tree.low[item.at()] : tree.least[item.at()];
      return new Clash.Least(item.scope(), name, micros);
    }
    return new Clash.Most(item.scope(), name, line ? tree.high[item.at()] : tree.most[item.at()]);
  }
}
