package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.Planner;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.StorableText;
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

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;

  /**
   * @throws ProblemException 400 that names the field
   */
  Planner.Request checked() {
    if (account == null || account.isBlank()) {
      throw ProblemException.badRequest("account", "Name the ad account to plan for.");
    }
    StorableText.flaw(account)
        .ifPresent(
            flaw -> {
              throw ProblemException.badRequest("account", "account " + flaw + ".");
            });
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw ProblemException.badRequest(
          "day", "The day must lie in the years " + FIRST_YEAR + " to " + LAST_YEAR + ".");
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
