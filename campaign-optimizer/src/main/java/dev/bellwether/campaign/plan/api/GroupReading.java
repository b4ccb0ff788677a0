package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.PlanTerms.GroupTerms;
import dev.bellwether.campaign.plan.api.PlanRequest.GroupRequest;
import dev.bellwether.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** Checks the budgets of several lines together. */
final class GroupReading {

  private static final int MOST = 200;
  private static final int DEEPEST = 8;

  private final String field;
  private int count;

  GroupReading(String field) {
    this.field = field;
  }

  /**
   * @param all null for none
   * @throws ProblemException 400 that names the field
   */
  List<GroupTerms> groups(List<GroupRequest> all) {
    return groups(all, field, 1);
  }

  private List<GroupTerms> groups(List<GroupRequest> all, String at, int depth) {
    if (all == null) {
      return List.of();
    }
    if (depth > DEEPEST) {
      throw ProblemException.badRequest(
          at, "Groups may lie in one another " + DEEPEST + " deep; these are deeper.");
    }
    count += all.size();
    RequestValues.checkCount(field, count, MOST);
    List<GroupTerms> terms = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String own = at + "[" + i + "]";
      terms.add(group(own, RequestValues.present(own, all.get(i)), depth));
    }
    return terms;
  }

  private GroupTerms group(String at, GroupRequest group, int depth) {
    Long minimum = RequestValues.amount(at + ".minimum", group.minimum());
    Long maximum = RequestValues.amount(at + ".maximum", group.maximum());
    RequestValues.checkOrder(at, minimum, maximum);
    List<String> adSets = group.adSets() == null ? List.of() : group.adSets();
    for (int i = 0; i < adSets.size(); i++) {
      RequestValues.name(at + ".adSets[" + i + "]", adSets.get(i));
    }
    var terms =
        new GroupTerms(
            at,
            RequestValues.name(at + ".name", group.name()),
            group.campaign(),
            adSets,
            LineReading.segment(at + ".segment", group.segment()),
            minimum,
            maximum,
            groups(group.groups(), at + ".groups", depth + 1));
    if (!terms.choosesLines() && terms.groups().isEmpty()) {
      throw ProblemException.badRequest(
          at, "Say what the group holds: a campaign, adSets, a segment, or groups.");
    }
    return terms;
  }
}
