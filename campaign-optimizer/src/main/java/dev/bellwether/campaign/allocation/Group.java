package dev.bellwether.campaign.allocation;

import java.util.List;

/**
 * A budget within the budget. Groups form trees: a line or group lies in at most one group.
 *
 * @param name how a clash names it, and what {@link Held} says of its lines
 * @param lines that lie in it directly, by their place in the problem's list
 * @param lowMicros the least that all of it must spend, zero or more
 * @param highMicros the most that all of it may spend; {@link Long#MAX_VALUE} for no limit
 */
public record Group(
    String name, List<Integer> lines, List<Group> groups, long lowMicros, long highMicros) {

  public Group {
    Bounds.check("group " + name, lowMicros, highMicros);
    if (name == null) {
      throw new IllegalArgumentException("a group needs a name");
    }
    lines = List.copyOf(lines);
    groups = List.copyOf(groups);
  }
}
