package dev.bellwether.campaign.export;

import dev.bellwether.campaign.decision.DayAmounts;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.LocalDate;
import java.util.List;

/**
 * What each ad set is to have on one day.
 *
 * @param currency ISO 4217
 * @param lines one for each ad set
 */
public record DayBudgets(String currency, List<Line> lines) {

  public DayBudgets {
    lines = List.copyOf(lines);
  }

  /**
   * @param beforeMicros what it spent a day before the plan
   * @param dayMicros what it is to have; 0: it is to stand still
   */
  public record Line(String campaign, String adSet, long beforeMicros, long dayMicros) {

    /** Before and after. */
    public boolean standsStill() {
      return beforeMicros == 0 && dayMicros == 0;
    }
  }

  /** What the plan says for one of its days. */
  public static DayBudgets planned(BudgetPlan plan, LocalDate day) {
    return new DayBudgets(
        plan.currency(),
        plan.lines().stream()
            .map(
                line ->
                    new Line(
                        line.campaign(),
                        line.adSet(),
                        DayAmounts.before(plan, line),
                        DayAmounts.planned(plan, line, day)))
            .toList());
  }

  /** What was spent a day before the plan, to set platforms back to. */
  public static DayBudgets before(BudgetPlan plan) {
    return new DayBudgets(
        plan.currency(),
        plan.lines().stream()
            .map(
                line ->
                    new Line(
                        line.campaign(),
                        line.adSet(),
                        line.plannedMicros(),
                        DayAmounts.before(plan, line)))
            .toList());
  }
}
