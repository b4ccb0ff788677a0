package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.Instant;
import java.time.LocalDate;

/** Makes a budget plan of an account's figures. */
public final class Planner {

  private Planner() {}

  /**
   * The plainest question: one day, no rules.
   *
   * @param budgetMicros null for what is spent today
   * @param day null for the day after the last with figures
   */
  public record Request(Long budgetMicros, Goal goal, LocalDate day) {}

  /**
   * As {@link #plan(String, String, Instant, FittedAccount, PlanTerms)}, for the plainest question.
   *
   * @throws UnplannableException as there
   */
  public static BudgetPlan plan(
      String workspace, String id, Instant now, AccountHistory history, Request request) {
    PlanTerms terms = PlanTerms.of(request.budgetMicros(), request.goal(), request.day());
    return plan(workspace, id, now, FittedAccount.of(history, request.goal()), terms);
  }

  /**
   * Splits the budget so that the fitted curves bring the most, within the rules.
   *
   * @param account fitted for the terms' goal, with the ad sets that the terms begin
   * @throws UnplannableException where nothing is spent at present, the rules cannot all hold, or
   *     they name what the account does not have
   */
  public static BudgetPlan plan(
      String workspace, String id, Instant now, FittedAccount account, PlanTerms terms) {
    return new PlanWriter(new Drafting(account, terms).draft()).plan(workspace, id, now);
  }
}
