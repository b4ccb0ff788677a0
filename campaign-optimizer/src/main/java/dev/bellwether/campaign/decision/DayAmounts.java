package dev.bellwether.campaign.decision;

import dev.bellwether.contracts.budget.BudgetPlan;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a plan gives each line on a day, whatever parts it says: hours, days, weeks, or none at all.
 * A part is spread evenly over its own time, and the days of a line add up to the line, to the
 * micro.
 */
public final class DayAmounts {

  private DayAmounts() {}

  /** Millionths of the plan's currency; 0 on days that are not the plan's. */
  public static long planned(BudgetPlan plan, BudgetPlan.Line line, LocalDate day) {
    return plannedUntil(plan, line, day.plusDays(1).atStartOfDay())
        - plannedUntil(plan, line, day.atStartOfDay());
  }

  /**
   * What the line is to spend of its whole amount before {@code time}, the account's local time.
   */
  public static long plannedUntil(BudgetPlan plan, BudgetPlan.Line line, LocalDateTime time) {
    PlanPeriod days = PlanPeriod.of(plan);
    if (line.parts() == null || line.parts().isEmpty()) {
      return share(
          line.plannedMicros(),
          days.first().atStartOfDay(),
          days.last().plusDays(1).atStartOfDay(),
          time);
    }
    return line.parts().stream()
        .mapToLong(part -> share(part.plannedMicros(), part.start(), part.end(), time))
        .sum();
  }

  /** All lines of a day together. */
  public static long planned(BudgetPlan plan, LocalDate day) {
    return plan.lines().stream().mapToLong(line -> planned(plan, line, day)).sum();
  }

  /** What the line spent a day before the plan: the mean, rounded down. */
  public static long before(BudgetPlan plan, BudgetPlan.Line line) {
    return line.todayMicros() / PlanPeriod.of(plan).length();
  }

  /** Whether the plan says hours of this day. */
  public static boolean hasHours(BudgetPlan plan, LocalDate day) {
    return plan.lines().stream()
        .map(BudgetPlan.Line::parts)
        .filter(parts -> parts != null)
        .flatMap(List::stream)
        .anyMatch(
            part ->
                part.start().toLocalDate().equals(day)
                    && Duration.between(part.start(), part.end()).compareTo(Duration.ofDays(1))
                        < 0);
  }

  private static long share(
      long micros, LocalDateTime start, LocalDateTime end, LocalDateTime time) {
    if (!time.isAfter(start)) {
      return 0;
    }
    if (!time.isBefore(end)) {
      return micros;
    }
    // A plan of a year in micros times its seconds is more than a long
    return BigInteger.valueOf(micros)
        .multiply(BigInteger.valueOf(Duration.between(start, time).toSeconds()))
        .divide(BigInteger.valueOf(Duration.between(start, end).toSeconds()))
        .longValueExact();
  }
}
