package dev.bellwether.campaign.plan;

import java.util.List;

/**
 * A plan before it is written down.
 *
 * @param scale the budget in units of what is spent today
 * @param explored by ad set, what it spends to learn
 */
record Draft(
    FittedAccount account,
    PlanTerms terms,
    Horizon horizon,
    double scale,
    List<LineLimits> limits,
    List<GroupNode> groups,
    Answer.Solved solved,
    long[] explored) {

  long plannedMicros(int adSet) {
    return Micros.sum(solved.micros()[adSet]);
  }

  /** What the ad set would spend in each slot if today's split went on. */
  double[] unchanged(int adSet) {
    double daily = account.adSet(adSet).todayMicros() * scale;
    return solved.slots().stream().mapToDouble(slot -> daily * slot.days()).toArray();
  }

  /** An ad set without figures that this plan does not name: another scenario's. */
  boolean isForeign(int adSet) {
    return account.adSet(adSet).days().isEmpty()
        && limits.get(adSet).high() == LineLimits.Owner.IDLE;
  }
}
