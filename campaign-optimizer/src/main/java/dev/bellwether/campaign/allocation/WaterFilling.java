package dev.bellwether.campaign.allocation;

import java.util.ArrayList;
import java.util.List;

/** The former entry: all of a budget over lines without groups. {@link Allocator} does the work. */
public final class WaterFilling {

  private WaterFilling() {}

  /** What comes of it. */
  public sealed interface Outcome permits Split, BelowMinima, AboveMaxima {}

  /**
   * @param budgetMicros zero or more
   * @return a {@link Split}, or which constraint makes one impossible
   * @throws IllegalArgumentException without lines or with a negative budget
   */
  public static Outcome allocate(List<Bounded> bounded, long budgetMicros) {
    List<Line> lines = new ArrayList<>(bounded.size());
    long least = 0;
    long most = 0;
    for (Bounded line : bounded) {
      least = Math.addExact(least, line.lowMicros());
      most = Math.addExact(most, line.highMicros());
      lines.add(
          new Line("line " + lines.size(), line.curve(), line.lowMicros(), line.highMicros()));
    }
    return switch (Allocator.solve(Problem.of(lines, budgetMicros), new Objective.MostValue())) {
      case Split split -> split;
      case Infeasible _ ->
          budgetMicros < least
              ? new BelowMinima(budgetMicros, least)
              : new AboveMaxima(budgetMicros, most);
    };
  }
}
