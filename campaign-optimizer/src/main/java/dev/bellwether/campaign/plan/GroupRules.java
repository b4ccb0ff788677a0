package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.plan.PlanTerms.GroupTerms;
import dev.bellwether.contracts.ads.Segment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the lines of the request's groups and makes a tree of them. It needs not be nested in the
 * request: a group whose lines are all in another lies within that.
 */
final class GroupRules {

  /** Half of what the allocator takes. */
  private static final int DEEPEST = 100;

  private final AccountHistory history;
  private final AdSetNames names;
  private final List<Found> found = new ArrayList<>();

  private record Found(GroupTerms terms, Set<Integer> members) {}

  private GroupRules(AccountHistory history) {
    this.history = history;
    this.names = new AdSetNames(history);
  }

  /**
   * The outermost groups.
   *
   * @throws UnplannableException where a group has no line, two share some of their lines, or too
   *     many lie in one another
   */
  static List<GroupNode> tree(AccountHistory history, List<GroupTerms> terms) {
    var rules = new GroupRules(history);
    terms.forEach(rules::find);
    rules.found.sort(Comparator.comparingInt((Found f) -> f.members().size()).reversed());
    rules.checkOverlaps();
    return rules.within(0, rules.found.size(), null, 1);
  }

  private Set<Integer> find(GroupTerms terms) {
    int place = found.size();
    Set<Integer> members = new HashSet<>();
    if (terms.choosesLines()) {
      chosen(terms, members);
    }
    found.add(place, new Found(terms, members));
    for (GroupTerms inner : terms.groups()) {
      members.addAll(find(inner));
    }
    if (members.isEmpty()) {
      throw new UnplannableException(
          terms.at(),
          "The group %s holds no ad set of %s. Name a campaign, ad sets or a part of a segment that has some."
              .formatted(terms.name(), history.account()));
    }
    return members;
  }

  private void chosen(GroupTerms terms, Set<Integer> members) {
    if (terms.campaign() != null) {
      names.checkCampaign(terms.at() + ".campaign", terms.campaign());
    }
    names.checkAdSets(terms.at() + ".adSets", terms.campaign(), terms.adSets());
    Set<String> named = new HashSet<>(terms.adSets());
    for (int i = 0; i < history.adSets().size(); i++) {
      AccountHistory.AdSet adSet = history.adSets().get(i);
      if ((terms.campaign() == null || terms.campaign().equals(adSet.campaign()))
          && (named.isEmpty() || named.contains(adSet.adSet()))
          && holds(terms.segment(), adSet.segment())) {
        members.add(i);
      }
    }
  }

  private static boolean holds(Segment wanted, Segment own) {
    return holds(wanted.age(), own.age())
        && holds(wanted.gender(), own.gender())
        && holds(wanted.geo(), own.geo())
        && holds(wanted.interest(), own.interest())
        && holds(wanted.placement(), own.placement());
  }

  private static boolean holds(String wanted, String own) {
    return wanted == null || wanted.equals(own);
  }

  /** Sorted by size, so a later group lies within an earlier one or has none of its lines. */
  private void checkOverlaps() {
    for (int i = 0; i < found.size(); i++) {
      for (int j = i + 1; j < found.size(); j++) {
        Set<Integer> outer = found.get(i).members();
        Set<Integer> inner = found.get(j).members();
        if (!outer.containsAll(inner) && !Collections.disjoint(outer, inner)) {
          int shared = inner.stream().filter(outer::contains).findFirst().orElseThrow();
          throw new UnplannableException(
              found.get(j).terms().at(),
              "The groups %s and %s share some of their ad sets, such as %s, but not all of either. A line's money can be counted in one only: let one lie within the other, or take the shared ones out."
                  .formatted(
                      found.get(i).terms().name(),
                      found.get(j).terms().name(),
                      history.adSets().get(shared).adSet()));
        }
      }
    }
  }

  private List<GroupNode> within(int from, int to, Found parent, int depth) {
    List<GroupNode> nodes = new ArrayList<>();
    Set<Integer> taken = new HashSet<>();
    for (int i = from; i < to; i++) {
      Found group = found.get(i);
      boolean inside = parent == null || parent.members().containsAll(group.members());
      if (inside && Collections.disjoint(taken, group.members())) {
        taken.addAll(group.members());
        GroupTerms terms = group.terms();
        if (depth > DEEPEST) {
          throw new UnplannableException(
              terms.at(),
              "The group %s lies within %d others by its ad sets; at most %d may lie in one another."
                  .formatted(terms.name(), depth - 1, DEEPEST));
        }
        nodes.add(
            new GroupNode(
                terms.at(),
                terms.name(),
                group.members(),
                terms.minimumMicros() == null ? 0 : terms.minimumMicros(),
                terms.maximumMicros() == null ? Micros.MOST : terms.maximumMicros(),
                within(i + 1, to, group, depth + 1)));
      }
    }
    return nodes;
  }
}
