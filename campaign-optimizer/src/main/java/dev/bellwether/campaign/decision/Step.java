package dev.bellwether.campaign.decision;

import dev.bellwether.contracts.budget.PlanStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can be done to a plan. The first three are people's; the others follow from them. */
public enum Step {
  APPROVE(
      "approved",
      PlanStatus.APPROVED,
      EnumSet.of(PlanStatus.PROPOSED, PlanStatus.REPLACED, PlanStatus.ROLLED_BACK)),
  REJECT("rejected", PlanStatus.REJECTED, EnumSet.of(PlanStatus.PROPOSED)),
  ROLL_BACK("rolled back", PlanStatus.ROLLED_BACK, EnumSet.of(PlanStatus.APPROVED)),
  /** Another plan of some of its days was approved. */
  REPLACE("replaced", PlanStatus.REPLACED, EnumSet.of(PlanStatus.APPROVED)),
  /** The plan that had replaced it was rolled back. */
  RESTORE("approved again", PlanStatus.APPROVED, EnumSet.of(PlanStatus.REPLACED));

  private static final List<Step> OF_PEOPLE = List.of(APPROVE, REJECT, ROLL_BACK);

  private final String participle;
  private final PlanStatus to;
  private final Set<PlanStatus> from;

  Step(String participle, PlanStatus to, Set<PlanStatus> from) {
    this.participle = participle;
    this.to = to;
    this.from = from;
  }

  /** As in "it can be approved". */
  public String participle() {
    return participle;
  }

  public PlanStatus to() {
    return to;
  }

  public boolean isPossibleFrom(PlanStatus status) {
    return from.contains(status);
  }

  /** What people can do to a plan that stands so, in the order of this enum. */
  public static List<Step> possibleFrom(PlanStatus status) {
    return Arrays.stream(values())
        .filter(step -> OF_PEOPLE.contains(step) && step.isPossibleFrom(status))
        .toList();
  }
}
