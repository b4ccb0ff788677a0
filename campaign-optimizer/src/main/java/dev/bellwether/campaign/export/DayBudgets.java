package dev.bellwether.campaign.export;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.bellwether.campaign.decision.DayAmounts;
import dev.bellwether.campaign.decision.PlanPeriod;
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
   * @param hasRun whether it may run when the day begins, by what was before or an earlier day of
   *     the plan
   * @param hasStood whether it may stand still when the day begins, by the same
   */
  public record Line(
      String campaign,
      String adSet,
      long beforeMicros,
      long dayMicros,
      @JsonIgnore boolean hasRun,
      @JsonIgnore boolean hasStood) {

    /** Before and after. */
    public boolean standsStill() {
      return !hasRun && dayMicros == 0;
    }

    /** Whether it must be switched on. */
    public boolean starts() {
      return hasStood && dayMicros > 0;
    }
  }

  /** What the plan says for one of its days. */
  public static DayBudgets planned(BudgetPlan plan, LocalDate day) {
    List<LocalDate> earlier =
        PlanPeriod.of(plan).days().stream().filter(one -> one.isBefore(day)).toList();
    return new DayBudgets(
        plan.currency(),
        plan.lines().stream()
            .map(
                line -> {
                  long before = DayAmounts.before(plan, line);
                  return new Line(
                      line.campaign(),
                      line.adSet(),
                      before,
                      DayAmounts.planned(plan, line, day),
                      before > 0 || runs(plan, line, earlier),
                      before == 0 || stands(plan, line, earlier));
                })
            .toList());
  }

  /** What was spent a day before the plan, to set platforms back to. */
  public static DayBudgets before(BudgetPlan plan) {
    List<LocalDate> days = PlanPeriod.of(plan).days();
    return new DayBudgets(
        plan.currency(),
        plan.lines().stream()
            .map(
                line ->
                    new Line(
                        line.campaign(),
                        line.adSet(),
                        line.plannedMicros(),
                        DayAmounts.before(plan, line),
                        runs(plan, line, days),
                        stands(plan, line, days)))
            .toList());
  }

  /** Whether it is to have something on one of the days. */
  private static boolean runs(BudgetPlan plan, BudgetPlan.Line line, List<LocalDate> days) {
    return days.stream().anyMatch(day -> DayAmounts.planned(plan, line, day) > 0);
  }

  /** Whether it is to have nothing on one of the days. */
  private static boolean stands(BudgetPlan plan, BudgetPlan.Line line, List<LocalDate> days) {
    return days.stream().anyMatch(day -> DayAmounts.planned(plan, line, day) == 0);
  }
}
