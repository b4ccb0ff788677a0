package dev.bellwether.campaign.decision;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which step is allowed from where, and what else it changes. Of an account's approved plans no two
 * have a day in common: whatever is decided keeps it so.
 */
public final class Decisions {

  private Decisions() {}

  /**
   * @param plan that was decided on
   * @param others the account's other plans that are approved, or were replaced by this one
   */
  public record Situation(BudgetPlan plan, List<Other> others) {

    public Situation {
      others = List.copyOf(others);
    }

    /** Whether another plan is approved for some of its days. */
    public boolean isCovered() {
      PlanPeriod days = PlanPeriod.of(plan);
      return approved(others).anyMatch(other -> PlanPeriod.of(other).overlaps(days));
    }
  }

  /**
   * Another plan of the account.
   *
   * @param replacedBy the id of the plan that replaced it; null where none did
   */
  public record Other(BudgetPlan plan, String replacedBy) {}

  /**
   * One plan that changes.
   *
   * @param by the plan it comes of, where that is another; else null
   */
  public record Change(Step step, BudgetPlan before, BudgetPlan after, String by) {}

  /**
   * What follows from a step; empty where the plan stands there already. Plans that give way come
   * before those that take their place.
   *
   * @param today the account's local day
   * @throws NotPossibleException where the plan stands elsewhere, or its days are over
   */
  public static List<Change> of(
      Step step, Situation situation, Decision decision, LocalDate today) {
    BudgetPlan plan = situation.plan();
    PlanStatus status = PlanPeriod.statusOf(plan);
    if (status == step.to()) {
      return List.of();
    }
    if (!step.isPossibleFrom(status)) {
      throw new NotPossibleException(stands(plan, status) + possible(status));
    }
    if (step == Step.APPROVE && PlanPeriod.of(plan).isOver(today)) {
      throw new NotPossibleException(
          "The plan was for %s, which is over; make a plan for days to come."
              .formatted(PlanPeriod.of(plan)));
    }
    var changes = new ArrayList<Change>();
    if (step == Step.APPROVE) {
      changes.addAll(replaced(situation, decision));
    }
    changes.add(new Change(step, plan, plan.decided(step.to(), decision), null));
    if (step == Step.ROLL_BACK) {
      changes.addAll(restored(situation, decision, today));
    }
    return List.copyOf(changes);
  }

  private static Stream<BudgetPlan> approved(List<Other> others) {
    return others.stream()
        .map(Other::plan)
        .filter(other -> PlanPeriod.statusOf(other) == PlanStatus.APPROVED);
  }

  private static List<Change> replaced(Situation situation, Decision decision) {
    PlanPeriod days = PlanPeriod.of(situation.plan());
    return approved(situation.others())
        .filter(other -> PlanPeriod.of(other).overlaps(days))
        .map(
            other ->
                new Change(
                    Step.REPLACE,
                    other,
                    other.decided(PlanStatus.REPLACED, decision),
                    situation.plan().id()))
        .toList();
  }

  /** What this plan had replaced, the last first, as far as its days are to come and still free. */
  private static List<Change> restored(Situation situation, Decision decision, LocalDate today) {
    String id = situation.plan().id();
    List<PlanPeriod> taken =
        approved(situation.others())
            .map(PlanPeriod::of)
            .collect(Collectors.toCollection(ArrayList::new));
    var changes = new ArrayList<Change>();
    List<BudgetPlan> replaced =
        situation.others().stream()
            .filter(other -> id.equals(other.replacedBy()))
            .map(Other::plan)
            .filter(other -> PlanPeriod.statusOf(other) == PlanStatus.REPLACED)
            .filter(other -> !PlanPeriod.of(other).isOver(today))
            .sorted(
                Comparator.comparing((BudgetPlan other) -> other.decision().at())
                    .reversed()
                    .thenComparing(BudgetPlan::id))
            .toList();
    for (BudgetPlan other : replaced) {
      PlanPeriod days = PlanPeriod.of(other);
      if (taken.stream().noneMatch(days::overlaps)) {
        taken.add(days);
        changes.add(
            new Change(Step.RESTORE, other, other.decided(PlanStatus.APPROVED, decision), id));
      }
    }
    return changes;
  }

  private static String stands(BudgetPlan plan, PlanStatus status) {
    String state =
        switch (status) {
          case PROPOSED -> "The plan is proposed";
          case APPROVED -> "The plan is approved";
          case REJECTED -> "The plan is rejected";
          case REPLACED -> "The plan is replaced by another";
          case ROLLED_BACK -> "The plan is rolled back";
        };
    Decision last = plan.decision();
    return last == null ? state : state + " (" + last.by() + ", " + last.at() + ")";
  }

  private static String possible(PlanStatus status) {
    List<Step> steps = Step.possibleFrom(status);
    return steps.isEmpty()
        ? ", and nothing more can be done to it; make the plan again."
        : "; it can be "
            + steps.stream().map(Step::participle).collect(Collectors.joining(" or "))
            + ".";
  }
}
