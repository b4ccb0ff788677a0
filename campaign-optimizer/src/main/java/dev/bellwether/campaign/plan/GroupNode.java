package dev.bellwether.campaign.plan;

import java.util.List;
import java.util.Set;

/**
 * A budget of several lines together, in the tree of such budgets.
 *
 * @param members all its lines, those of its groups too, by their place in the account
 * @param low micros over the whole period
 * @param high micros over the whole period
 * @param groups the ones directly within
 */
record GroupNode(
    String at, String name, Set<Integer> members, long low, long high, List<GroupNode> groups) {

  GroupNode {
    members = Set.copyOf(members);
    groups = List.copyOf(groups);
  }

  boolean isBounded() {
    return low > 0 || high < Micros.MOST || groups.stream().anyMatch(GroupNode::isBounded);
  }
}
