package dev.bellwether.campaign.decision;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Plans to decide on. */
public final class SomePlans {

  public static final LocalDate DAY = LocalDate.of(2026, 3, 12);

  static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");

  private static final BudgetPlan.Range RANGE = new BudgetPlan.Range(1, 2, 3);

  private SomePlans() {}

  /** A plan of EUR that nobody has decided on. */
  public static BudgetPlan plan(
      String id, LocalDate day, LocalDate until, List<BudgetPlan.Line> lines) {
    return plan(id, day, until, "EUR", lines);
  }

  public static BudgetPlan plan(
      String id, LocalDate day, LocalDate until, String currency, List<BudgetPlan.Line> lines) {
    return new BudgetPlan(
        BudgetPlan.SCHEMA_VERSION,
        "default",
        "acme",
        id,
        day,
        currency,
        lines.stream().mapToLong(BudgetPlan.Line::plannedMicros).sum(),
        Goal.CONVERSIONS,
        RANGE,
        RANGE,
        0,
        NOON,
        lines,
        until,
        null,
        null,
        null,
        null,
        null);
  }

  public static BudgetPlan plan(String id, LocalDate day, LocalDate until) {
    return plan(id, day, until, List.of(line("c", "s", 10_000_000, 20_000_000, null)));
  }

  public static BudgetPlan.Line line(
      String campaign, String adSet, long today, long planned, List<BudgetPlan.Part> parts) {
    return new BudgetPlan.Line(
        campaign, adSet, null, today, planned, RANGE, 1, "as it was", null, parts);
  }

  static Decision decision(int minute) {
    return new Decision("key-" + minute % 3, NOON.plusSeconds(60L * minute), null);
  }

  static BudgetPlan at(PlanStatus status) {
    BudgetPlan plan = plan("p", DAY, null);
    return status == PlanStatus.PROPOSED ? plan : plan.decided(status, decision(0));
  }
}
