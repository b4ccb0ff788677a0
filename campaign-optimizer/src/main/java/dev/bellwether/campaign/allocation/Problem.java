package dev.bellwether.campaign.allocation;

import java.util.List;

/**
 * What is to be split.
 *
 * @param lines one or more
 * @param groups the outermost; a line may lie in none
 * @param leastMicros the least of the whole budget, zero or more
 * @param mostMicros the most of it; equal to the least where all of it must be spent
 */
public record Problem(List<Line> lines, List<Group> groups, long leastMicros, long mostMicros) {

  public Problem {
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
    Bounds.check("the budget", leastMicros, mostMicros);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("a split needs lines");
    }
  }

  /** All of a budget over lines without groups. */
  public static Problem of(List<Line> lines, long budgetMicros) {
    return new Problem(lines, List.of(), budgetMicros, budgetMicros);
  }
}
