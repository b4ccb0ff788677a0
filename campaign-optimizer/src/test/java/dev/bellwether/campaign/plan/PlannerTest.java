package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");

  @Test
  void moneyMovesFromThePoorAdSetToTheGoodOneAndSaysWhy() {
    BudgetPlan plan = plan(unequal(), new Planner.Request(null, Goal.CONVERSIONS, null));
    BudgetPlan.Line good = plan.lines().get(0);
    BudgetPlan.Line poor = plan.lines().get(3);
    assertTrue(good.plannedMicros() > good.todayMicros());
    assertTrue(poor.plannedMicros() < poor.todayMicros());
    assertTrue(good.reason().startsWith("Raised from 70.00 to "), good.reason());
    assertTrue(poor.reason().startsWith("Lowered from 70.00 to "), poor.reason());
    assertTrue(poor.reason().contains("conversions"), poor.reason());
    assertEquals(280_000_000, plan.budgetMicros());
    assertEquals(Rows.FIRST_DAY.plusDays(14), plan.day());
  }

  @Test
  void aBudgetOutOfReachNamesTheConstraintAndTheRemedy() {
    var tooMuch = new Planner.Request(840_000_001L, Goal.CONVERSIONS, null);
    var refused = assertThrows(UnplannableException.class, () -> plan(unequal(), tooMuch));
    assertEquals("budget", refused.field());
    assertTrue(refused.getMessage().contains("840.00 EUR"), refused.getMessage());
  }

  @Test
  void anAdSetThatSpendsNothingAtPresentGetsNothing() {
    List<AdPerformance> rows = new ArrayList<>(unequal());
    rows.add(Rows.day("acme", "c", "paused", 0, 50, 5));
    BudgetPlan plan = plan(rows, new Planner.Request(null, Goal.CONVERSIONS, null));
    BudgetPlan.Line paused =
        plan.lines().stream().filter(l -> l.adSet().equals("paused")).findFirst().orElseThrow();
    assertEquals(0, paused.plannedMicros());
    assertTrue(paused.reason().startsWith("Spends nothing at present"), paused.reason());
  }

  @Test
  void revenueIsPlannedInMicrosAndRefusedWhereThereIsNone() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      rows.add(Rows.row("acme", "c", "a", null, Segment.NONE, day, 1, "EUR", 50, 5, 250.0 + day));
      rows.add(Rows.row("acme", "c", "b", null, Segment.NONE, day, 1, "EUR", 50, 5, 90.0 + day));
    }
    BudgetPlan plan = plan(rows, new Planner.Request(null, Goal.REVENUE, null));
    assertEquals(340e6, plan.expectedToday().mean(), 60e6);
    assertTrue(plan.lines().get(0).reason().contains("EUR of revenue"));
    var refused =
        assertThrows(
            UnplannableException.class,
            () -> plan(unequal(), new Planner.Request(null, Goal.REVENUE, null)));
    assertEquals("goal", refused.field());
  }

  @Test
  void noSpendAtAllOrSeveralCurrenciesAreRefused() {
    List<AdPerformance> idle = List.of(Rows.day("acme", "c", "a", 0, 0, 0));
    assertThrows(
        UnplannableException.class,
        () -> plan(idle, new Planner.Request(null, Goal.CONVERSIONS, null)));
    List<AdPerformance> mixed =
        List.of(
            Rows.day("acme", "c", "a", 0, 1, 0),
            Rows.row("acme", "c", "b", null, Segment.NONE, 0, 1, "USD", 1, 0, null));
    var refused = assertThrows(UnplannableException.class, () -> AccountHistory.of("acme", mixed));
    assertTrue(refused.getMessage().contains("EUR, USD"), refused.getMessage());
  }

  @Test
  void aSingleDayWithoutAnyConversionStillMakesAPlan() {
    List<AdPerformance> rows =
        List.of(Rows.day("acme", "c", "a", 0, 10, 0), Rows.day("acme", "c", "b", 0, 30, 0));
    BudgetPlan plan = plan(rows, new Planner.Request(null, Goal.CONVERSIONS, null));
    assertEquals(40_000_000, plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum());
    assertTrue(Double.isFinite(plan.expected().high()) && plan.expected().mean() > 0);
    assertTrue(plan.lines().getFirst().reason().contains("only 1 day"));
  }

  @Test
  void adsThatStandOnceGiveTheirSegmentsACurve() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int ad = 0; ad < 24; ad++) {
      Segment segment = new Segment(ad % 2 == 0 ? "30-34" : "45-49", "M", null, null, null);
      double spend = 5 + ad;
      double conversions = Math.round(spend * (ad % 2 == 0 ? 0.4 : 0.1));
      rows.add(
          Rows.row(
              "acme",
              "c" + ad % 3,
              "set-" + ad,
              "ad-" + ad,
              segment,
              0,
              1,
              "EUR",
              spend,
              conversions,
              null));
    }
    CurveReport report = CurveReport.of(AccountHistory.of("acme", rows), Goal.CONVERSIONS);
    assertEquals(2, report.segments().size());
    double young = report.segments().get(0).curve().points().get(5).expected().mean();
    double old = report.segments().get(1).curve().points().get(5).expected().mean();
    assertTrue(young > 1.5 * old, young + " and " + old);
    assertEquals(12, report.segments().getFirst().adSets());
  }

  private static BudgetPlan plan(List<AdPerformance> rows, Planner.Request request) {
    return Planner.plan("default", "p1", NOW, AccountHistory.of("acme", rows), request);
  }

  /** Four ad sets that spend the same and bring 20, 14, 8 and 2 a day. */
  private static List<AdPerformance> unequal() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      for (int i = 0; i < 4; i++) {
        rows.add(Rows.day("acme", "c", "set-" + i, day, 70, 20 - 6 * i));
      }
    }
    return rows;
  }
}
