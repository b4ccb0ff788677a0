package dev.bellwether.campaign.decision;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.LocalDate;
import java.util.List;

/**
 * The local days a plan is for.
 *
 * @param last inclusive
 */
public record PlanPeriod(LocalDate first, LocalDate last) {

  /**
   * @throws IllegalArgumentException when it ends before it begins
   */
  public PlanPeriod {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a plan ends on its first day or later");
    }
  }

  public static PlanPeriod of(BudgetPlan plan) {
    return new PlanPeriod(plan.day(), plan.until() == null ? plan.day() : plan.until());
  }

  /** Where a plan stands; one that nobody has decided on is proposed. */
  public static PlanStatus statusOf(BudgetPlan plan) {
    return plan.status() == null ? PlanStatus.PROPOSED : plan.status();
  }

  public boolean overlaps(PlanPeriod other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /**
   * @param today the account's local day
   */
  public boolean isOver(LocalDate today) {
    return today.isAfter(last);
  }

  public int length() {
    return Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
  }

  public List<LocalDate> days() {
    return first.datesUntil(last.plusDays(1)).toList();
  }

  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + " to " + last;
  }
}
