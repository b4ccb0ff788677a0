package dev.bellwether.campaign.allocation;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a budget over response curves with bounds and nested budgets, exactly, and says how exact.
 */
public final class Allocator {

  private Allocator() {}

  /**
   * @return a {@link Split}, or the constraints that make one impossible
   * @throws IllegalArgumentException when the groups are no trees over the lines, or a curve gives
   *     figures that are not numbers
   */
  public static Allocation solve(Problem problem, Objective objective) {
    Tree tree = Tree.of(problem);
    Limits limits = new Limits(tree);
    for (int g = 0; g < tree.from.length; g++) {
      if (limits.clashes(g)) {
        return new Infeasible(clashes(tree, limits, g));
      }
    }
    return new Solver(tree, limits, problem.lines()).solve(objective);
  }

  private static List<Clash> clashes(Tree tree, Limits limits, int group) {
    List<Clash> clashes = new ArrayList<>();
    Clash.Scope scope = group == tree.root() ? Clash.Scope.BUDGET : Clash.Scope.GROUP;
    if (limits.leastOfParts[group] > tree.most[group]) {
      clashes.add(new Clash.Most(scope, tree.name[group], tree.most[group]));
    } else {
      clashes.add(new Clash.Least(scope, tree.name[group], tree.least[group]));
    }
    return clashes;
  }
}
