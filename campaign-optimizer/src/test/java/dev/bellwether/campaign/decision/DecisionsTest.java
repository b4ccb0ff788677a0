package dev.bellwether.campaign.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.decision.Decisions.Change;
import dev.bellwether.campaign.decision.Decisions.Other;
import dev.bellwether.campaign.decision.Decisions.Situation;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {

  private static final LocalDate DAY = SomePlans.DAY;

  @Test
  void approvingAPlanReplacesTheOneWhoseDaysItTakesAndLeavesTheOthersAlone() {
    BudgetPlan week = approved("week", DAY, DAY.plusDays(6));
    BudgetPlan later = approved("later", DAY.plusDays(7), null);
    BudgetPlan day = SomePlans.plan("day", DAY.plusDays(6), null);
    List<Change> changes = of(Step.APPROVE, day, new Other(week, null), new Other(later, null));
    assertEquals(List.of(Step.REPLACE, Step.APPROVE), steps(changes));
    assertEquals("week", changes.getFirst().after().id());
    assertEquals("day", changes.getFirst().by());
  }

  @Test
  void rollingBackGivesTheDaysToWhatWasThereBeforeUnlessTheyAreOverOrTaken() {
    BudgetPlan day = approved("day", DAY, null);
    BudgetPlan week =
        SomePlans.plan("week", DAY, DAY.plusDays(6))
            .decided(PlanStatus.REPLACED, SomePlans.decision(1));
    assertEquals(
        List.of(Step.ROLL_BACK, Step.RESTORE),
        steps(of(Step.ROLL_BACK, day, new Other(week, "day"))));
    assertEquals(
        List.of(Step.ROLL_BACK),
        steps(
            Decisions.of(
                Step.ROLL_BACK,
                new Situation(day, List.of(new Other(week, "day"))),
                SomePlans.decision(5),
                DAY.plusDays(7))));
    BudgetPlan meanwhile = approved("meanwhile", DAY.plusDays(3), null);
    assertEquals(
        List.of(Step.ROLL_BACK),
        steps(of(Step.ROLL_BACK, day, new Other(week, "day"), new Other(meanwhile, null))));
  }

  @Test
  void aRefusalSaysWhereThePlanStandsAndWhatIsPossible() {
    assertEquals(
        "The plan is approved (key-0, 2026-03-11T12:00:00Z); it can be rolled back.",
        refusal(Step.REJECT, SomePlans.at(PlanStatus.APPROVED)));
    assertEquals(
        "The plan is proposed; it can be approved or rejected.",
        refusal(Step.ROLL_BACK, SomePlans.at(PlanStatus.PROPOSED)));
    assertEquals(
        "The plan is rejected (key-0, 2026-03-11T12:00:00Z), and nothing more can be done to it; make the plan again.",
        refusal(Step.APPROVE, SomePlans.at(PlanStatus.REJECTED)));
  }

  @Test
  void aPlanWhoseDaysAreOverIsNotApprovedAndOneOfTodayIs() {
    BudgetPlan plan = SomePlans.plan("p", DAY.minusDays(2), DAY.minusDays(1));
    assertEquals(
        "The plan was for 2026-03-10 to 2026-03-11, which is over; make a plan for days to come.",
        refusal(Step.APPROVE, plan));
    assertEquals(1, of(Step.APPROVE, SomePlans.plan("p", DAY.minusDays(2), DAY)).size());
    // what is over can still be turned down, or taken back for the record
    assertEquals(1, of(Step.REJECT, plan).size());
  }

  @Test
  void theSameDecisionAgainChangesNothing() {
    assertTrue(of(Step.APPROVE, SomePlans.at(PlanStatus.APPROVED)).isEmpty());
    assertTrue(of(Step.REJECT, SomePlans.at(PlanStatus.REJECTED)).isEmpty());
    assertTrue(of(Step.ROLL_BACK, SomePlans.at(PlanStatus.ROLLED_BACK)).isEmpty());
  }

  private static BudgetPlan approved(String id, LocalDate day, LocalDate until) {
    return SomePlans.plan(id, day, until).decided(PlanStatus.APPROVED, SomePlans.decision(0));
  }

  private static List<Step> steps(List<Change> changes) {
    return changes.stream().map(Change::step).toList();
  }

  private static String refusal(Step step, BudgetPlan plan) {
    return assertThrows(NotPossibleException.class, () -> of(step, plan)).getMessage();
  }

  private static List<Change> of(Step step, BudgetPlan plan, Other... others) {
    return Decisions.of(step, new Situation(plan, List.of(others)), SomePlans.decision(5), DAY);
  }
}
