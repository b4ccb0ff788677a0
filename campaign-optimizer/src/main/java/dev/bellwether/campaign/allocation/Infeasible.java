package dev.bellwether.campaign.allocation;

import java.util.List;

/**
 * No split keeps all constraints.
 *
 * @param clashes a smallest set of them that cannot hold together: without any one of these, the
 *     others of the set could
 */
public record Infeasible(List<Clash> clashes) implements Allocation {

  public Infeasible {
    clashes = List.copyOf(clashes);
  }
}
