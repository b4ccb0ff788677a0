package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.Planner;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.kit.problem.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A plan to make.
 *
 * @param budget a day's, in units of the account's currency; absent: what is spent today
 * @param goal absent: conversions
 * @param day the account's local day; absent: the day after the last with figures
 */
public record PlanRequest(String account, BigDecimal budget, Goal goal, LocalDate day) {

  /** Above this, sums of a few thousand lines could leave the range of micros. */
  private static final BigDecimal MOST = new BigDecimal("1000000000");

  /**
   * @throws ProblemException 400 that names the field
   */
  Planner.Request checked() {
    if (account == null || account.isBlank()) {
      throw ProblemException.badRequest("account", "Name the ad account to plan for.");
    }
    return new Planner.Request(micros(), goal == null ? Goal.CONVERSIONS : goal, day);
  }

  private Long micros() {
    if (budget == null) {
      return null;
    }
    if (budget.signum() <= 0 || budget.compareTo(MOST) > 0) {
      throw ProblemException.badRequest(
          "budget", "The budget must be above 0 and at most " + MOST.toPlainString() + ".");
    }
    if (budget.stripTrailingZeros().scale() > 6) {
      throw ProblemException.badRequest("budget", "The budget may have at most six decimals.");
    }
    return budget.movePointRight(6).longValueExact();
  }
}
