package dev.bellwether.campaign.export.api;

import dev.bellwether.campaign.decision.PlanPeriod;
import dev.bellwether.campaign.decision.api.PlanDay;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.problem.ProblemException;
import java.time.LocalDate;

/** What is asked of a plan's file, checked. */
final class ExportParameters {

  private ExportParameters() {}

  /**
   * @throws ProblemException 400 where it is none
   */
  static Platform platform(String text) {
    return Platform.of(text)
        .orElseThrow(
            () -> ProblemException.badRequest("platform", "platform must be meta or google."));
  }

  /**
   * The day a plan's budgets are for: a plan of one day needs none, one of several must say which,
   * since platforms know no budgets by date.
   *
   * @throws ProblemException 400 where it is none of the plan's, or missing
   */
  static LocalDate day(String text, BudgetPlan plan) {
    PlanPeriod days = PlanPeriod.of(plan);
    return PlanDay.parse(text, days)
        .orElseGet(
            () -> {
              if (days.length() > 1) {
                throw ProblemException.badRequest(
                    "day",
                    "The plan is for "
                        + days
                        + ", and platforms take one day's budgets at a time: give one day of it.");
              }
              return days.first();
            });
  }

  /**
   * Whether the parameter has its one other value.
   *
   * @throws ProblemException 400 where it has a third
   */
  static boolean is(String name, String text, String other, String usual) {
    if (text == null || text.isBlank() || text.equals(usual)) {
      return false;
    }
    if (text.equals(other)) {
      return true;
    }
    throw ProblemException.badRequest(name, name + " must be " + usual + " or " + other + ".");
  }
}
