package dev.bellwether.campaign.allocation;

import java.util.List;

/**
 * Splits a budget over response curves, exactly, and says how exactly. There is one price: each
 * line spends until its next unit of currency brings less than that, or until a bound holds it;
 * within a group whose bound holds, the price is another. The Lagrange dual at these prices bounds
 * every possible split from above, so each answer carries the proof of how good it is. S-shaped
 * curves are seen through their concave envelopes, and what these promise too much is settled by
 * branch and bound.
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
    List<Clash> clashes = Clashes.of(tree, limits);
    if (!clashes.isEmpty()) {
      return new Infeasible(clashes);
    }
    return new Targets(new Solver(tree, limits)).solve(objective);
  }
}
