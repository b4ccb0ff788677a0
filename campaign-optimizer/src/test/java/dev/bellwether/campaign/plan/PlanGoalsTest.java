package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.Bound;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a user may ask for, on accounts whose answer is known. */
class PlanGoalsTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 4, 6);

  @Test
  void aTargetCpaIsKeptAndMoreOfItWouldBreakIt() {
    BudgetPlan plan = plan(unequal(), terms().target(TargetKind.CPA, 5e6));
    assertEquals(5, spend(plan) / plan.expected().mean(), 1e-6);
    BudgetPlan cheaper = plan(unequal(), terms().target(TargetKind.CPA, 4e6));
    assertTrue(cheaper.budgetMicros() < plan.budgetMicros());
    assertEquals(4e6, cheaper.target().value());
  }

  @Test
  void aTargetCpaOutOfReachSaysWhatCanBeReached() {
    var refused =
        assertThrows(
            UnplannableException.class,
            () -> plan(unequal(), terms().target(TargetKind.CPA, 1000)));
    assertEquals("target.value", refused.field());
    assertTrue(refused.getMessage().contains("a conversion"), refused.getMessage());
  }

  @Test
  void theLeastBudgetForAVolumeBringsIt() {
    BudgetPlan plan = plan(unequal(), terms().target(TargetKind.VOLUME, 30));
    assertEquals(30, plan.expected().mean(), 1e-4);
    BudgetPlan same = plan(unequal(), terms().budget(plan.budgetMicros()));
    assertTrue(same.expected().mean() <= plan.expected().mean() * (1 + 1e-6));
  }

  @Test
  void targetsOfRevenueAreKept() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 14; day++) {
      for (int i = 0; i < 3; i++) {
        rows.add(
            Rows.row(
                "acme", "c", "s" + i, null, Segment.NONE, day, 1, "EUR", 50, 5, 300.0 - 80 * i));
      }
    }
    BudgetPlan roas = plan(rows, terms().goal(Goal.REVENUE).target(TargetKind.ROAS, 4.5));
    assertEquals(4.5, roas.expected().mean() / 1e6 / spend(roas), 1e-6);
    BudgetPlan marginal =
        plan(rows, terms().goal(Goal.REVENUE).target(TargetKind.MARGINAL_ROAS, 3));
    for (BudgetPlan.Line line : marginal.lines()) {
      if (line.heldBy() == null) {
        assertEquals(3e6, line.marginalReturn(), 3e6 * 1e-3);
      }
    }
  }

  @Test
  void moneyMovesToTheWeekdaysThatBringMore() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 42; day++) {
      boolean isWeekend = day % 7 >= 5;
      for (int i = 0; i < 3; i++) {
        rows.add(Rows.day("acme", "c", "s" + i, day, 50 + day % 3 * 10, isWeekend ? 40 : 10));
      }
    }
    BudgetPlan plan = plan(rows, terms().days(MONDAY, 7));
    BudgetPlan.Line line = plan.lines().getFirst();
    assertEquals(7, line.parts().size());
    assertTrue(
        line.parts().get(5).plannedMicros() > 1.2 * line.parts().get(1).plannedMicros(),
        line.parts().toString());
    assertTrue(line.reason().contains("Most on S"), line.reason());
    assertEquals(MONDAY.plusDays(6), plan.until());
  }

  @Test
  void partsByWeekRunFromMondayToSunday() {
    BudgetPlan plan =
        plan(unequal(), terms().days(MONDAY.plusDays(3), 14).grain(PlanTerms.Grain.WEEK));
    List<BudgetPlan.Part> parts = plan.lines().getFirst().parts();
    assertEquals(3, parts.size());
    assertEquals(MONDAY.plusDays(7), parts.get(0).end().toLocalDate());
    assertEquals(MONDAY.plusDays(14), parts.get(1).end().toLocalDate());
  }

  @Test
  void spendInDaypartsFollowsTheReturn() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 21; day++) {
      for (int hour = 0; hour < 24; hour++) {
        rows.add(hour("a", day, hour, 4, hour >= 16 && hour < 20 ? 3 : 1));
        rows.add(hour("b", day, hour, 2, hour >= 16 && hour < 20 ? 2 : 0));
      }
    }
    BudgetPlan plan = plan(rows, terms().days(MONDAY, 1).grain(PlanTerms.Grain.DAYPART));
    BudgetPlan.Line line = plan.lines().getFirst();
    assertEquals(6, line.parts().size());
    long evening = line.parts().get(4).plannedMicros();
    assertTrue(evening > 1.3 * line.parts().get(1).plannedMicros(), line.parts().toString());
    assertEquals(
        line.plannedMicros(),
        line.parts().stream().mapToLong(BudgetPlan.Part::plannedMicros).sum());
  }

  @Test
  void aDayGivenByHoursAndAsAWholeCountsOnce() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      rows.add(hour("a", 0, hour, 1, 1));
    }
    rows.add(Rows.day("acme", "c", "a", 0, 25, 26));
    AccountHistory history = AccountHistory.of("acme", rows);
    assertEquals(25_000_000, history.todayMicros());
    assertEquals(24, history.adSets().getFirst().hours().size());
    AccountHistory hours = AccountHistory.of("acme", rows.subList(0, 24));
    assertEquals(24_000_000, hours.todayMicros());
  }

  @Test
  void aMonthBesideItsDaysCountsOnceAndAMonthBesideAFewOfThemInTheirPlace() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 28; day++) {
      rows.add(Rows.day("acme", "c", "a", day, 10, 1));
    }
    AdPerformance month =
        Rows.row("acme", "c", "a", null, Segment.NONE, 0, 28, "EUR", 280, 28, null);
    rows.add(month);
    assertEquals(28, AccountHistory.of("acme", rows).adSets().getFirst().days().size());
    List<AdPerformance> few = new ArrayList<>(rows.subList(0, 5));
    few.add(month);
    AccountHistory.AdSet adSet = AccountHistory.of("acme", few).adSets().getFirst();
    assertEquals(1, adSet.days().size());
    assertEquals(280_000_000, adSet.days().getFirst().spendMicros());
  }

  @Test
  void aNewAdSetBorrowsFromCampaignAndSegment() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i < 6; i++) {
        Segment segment = new Segment(null, null, i % 2 == 0 ? "DE" : "US", null, null);
        rows.add(
            Rows.row(
                "acme", "c", "s" + i, null, segment, day, 1, "EUR", 40, i % 2 == 0 ? 12 : 2, null));
      }
    }
    double good = newLine(rows, "DE").marginalReturn();
    double poor = newLine(rows, "US").marginalReturn();
    assertTrue(good > 2 * poor, good + " and " + poor);
    assertTrue(newLine(rows, "DE").reason().startsWith("Begins with"));
  }

  private static BudgetPlan.Line newLine(List<AdPerformance> rows, String geo) {
    Segment segment = new Segment(null, null, geo, null, null);
    var line =
        new PlanTerms.LineTerms(
            "lines[0]",
            "c",
            "fresh",
            segment,
            20_000_000L,
            20_000_000L,
            null,
            null,
            false,
            EnumSet.allOf(DayOfWeek.class));
    AccountHistory history =
        AccountHistory.of("acme", rows)
            .with(List.of(new AccountHistory.Fresh("c", "fresh", segment)));
    BudgetPlan plan = plan(history, terms().line(line));
    return plan.lines().getFirst();
  }

  @Test
  void whatIsSpentToLearnKeepsToItsCap() {
    List<AdPerformance> rows = new ArrayList<>(unequal());
    rows.add(Rows.day("acme", "c", "young", 13, 200, 0));
    BudgetPlan without = plan(rows, terms());
    BudgetPlan with = plan(rows, terms().exploration(0.05));
    assertNull(without.explorationShare());
    assertNotNull(with.explorationShare());
    assertTrue(with.explorationShare() > 0 && with.explorationShare() <= 0.05);
    assertTrue(with.lines().stream().anyMatch(l -> l.heldBy() == Bound.EXPLORATION));
    assertEquals(with.budgetMicros(), without.budgetMicros());
  }

  @Test
  void aLimitOnWhatMovesBringsMoreThanGoingPartOfTheWay() {
    AccountHistory history = AccountHistory.of("acme", unequal());
    FittedAccount account = FittedAccount.of(history, Goal.CONVERSIONS);
    BudgetPlan free = plan(history, terms());
    PlanTerms plain = terms().build();
    PlanTerms limited =
        new PlanTerms(
            null,
            Goal.CONVERSIONS,
            plain.period(),
            PlanTerms.Grain.WHOLE,
            null,
            List.of(),
            List.of(),
            null,
            0.1,
            null,
            0);
    BudgetPlan plan = Planner.plan("default", "p", Instant.EPOCH, account, limited);
    double moved = 0;
    double allMoved = 0;
    for (int i = 0; i < 4; i++) {
      moved += Math.max(0, plan.lines().get(i).plannedMicros() - 70_000_000);
      allMoved += Math.max(0, free.lines().get(i).plannedMicros() - 70_000_000);
    }
    assertEquals(28_000_000, moved, 28_000);
    double partOfTheWay = 0;
    for (int i = 0; i < 4; i++) {
      double spend = 70 + (free.lines().get(i).plannedMicros() / 1e6 - 70) * 28_000_000 / allMoved;
      partOfTheWay += account.curves().get(i).at(spend) * account.model().weekdays().on(plan.day());
    }
    assertTrue(plan.expected().mean() >= partOfTheWay * (1 - 1e-6));
    assertTrue(plan.optimalityGap() <= 1e-4, "gap " + plan.optimalityGap());
    assertTrue(plan.lines().getFirst().reason().contains("no more of the budget may move"));
  }

  @Test
  void aChangeADayIsARampThatStaysNearItsBound() {
    PlanTerms plain = terms().days(MONDAY, 7).build();
    PlanTerms ramp =
        new PlanTerms(
            null,
            Goal.CONVERSIONS,
            plain.period(),
            PlanTerms.Grain.DAY,
            null,
            List.of(),
            List.of(),
            0.2,
            null,
            null,
            0);
    AccountHistory history = AccountHistory.of("acme", unequal());
    BudgetPlan plan =
        Planner.plan(
            "default", "p", Instant.EPOCH, FittedAccount.of(history, Goal.CONVERSIONS), ramp);
    List<BudgetPlan.Part> best = plan.lines().get(0).parts();
    List<BudgetPlan.Part> worst = plan.lines().get(3).parts();
    assertEquals(84_000_000, best.get(0).plannedMicros());
    assertTrue(best.get(2).plannedMicros() > best.get(1).plannedMicros());
    assertTrue(worst.get(6).plannedMicros() < worst.get(0).plannedMicros());
    assertEquals(7 * 280_000_000L, plan.budgetMicros());
    assertTrue(plan.optimalityGap() < 0.02, "gap " + plan.optimalityGap());
  }

  @Test
  void oneLineFixedOnePausedAndAGroupAreNamedAsWhatHoldsThem() {
    var fixed = rule("set-1", null, 50_000_000L, false);
    var paused = rule("set-3", null, null, true);
    var group =
        new PlanTerms.GroupTerms(
            "groups[0]",
            "best",
            null,
            List.of("set-0"),
            Segment.NONE,
            null,
            90_000_000L,
            List.of());
    BudgetPlan plan =
        plan(unequal(), terms().line(fixed).line(paused).group(group).budget(200_000_000L));
    assertEquals(Bound.GROUP, plan.lines().get(0).heldBy());
    assertTrue(plan.lines().get(0).reason().contains("the group best is at its maximum of 90.00"));
    assertEquals(Bound.FIXED, plan.lines().get(1).heldBy());
    assertEquals(50_000_000, plan.lines().get(1).plannedMicros());
    assertEquals(60_000_000, plan.lines().get(2).plannedMicros());
    assertEquals(0, plan.lines().get(3).plannedMicros());
  }

  @Test
  void groupsThatShareOnlySomeLinesAreRefusedByName() {
    var one = group("one", List.of("set-0", "set-1"));
    var two = group("two", List.of("set-1", "set-2"));
    var refused =
        assertThrows(
            UnplannableException.class, () -> plan(unequal(), terms().group(one).group(two)));
    assertTrue(refused.getMessage().contains("one and two"), refused.getMessage());
    assertTrue(refused.getMessage().contains("set-1"), refused.getMessage());
  }

  @Test
  void anotherCurrencyIsConvertedAtTheGivenRate() {
    List<AdPerformance> rows =
        List.of(
            Rows.day("acme", "c", "a", 0, 10, 1),
            Rows.row("acme", "c", "b", null, Segment.NONE, 0, 1, "USD", 10, 1, 40.0));
    AccountHistory history =
        AccountHistory.of("acme", rows, new Exchange("EUR", Map.of("USD", 0.9)));
    assertEquals(19_000_000, history.todayMicros());
    assertEquals(36_000_000, history.adSets().get(1).days().getFirst().revenueMicros());
    var missing =
        assertThrows(
            UnplannableException.class,
            () -> AccountHistory.of("acme", rows, new Exchange("EUR", Map.of())));
    assertEquals("exchangeRates", missing.field());
  }

  @Test
  void scenariosDifferFromTheirBaseByWhatTheyAsk() {
    AccountHistory history = AccountHistory.of("acme", unequal());
    PlanTerms base = terms().budget(280_000_000L).build();
    Scenarios scenarios =
        Scenarios.of(
            history,
            base,
            List.of(
                new Scenarios.Variation("variations[0]", "+20 %", base, 1.2, List.of()),
                new Scenarios.Variation("variations[1]", "x30", base, 30.0, List.of())));
    Scenarios.Scenario more = scenarios.variations().get(0);
    assertEquals(336_000_000L, more.budgetMicros());
    assertEquals(56_000_000, more.difference().budgetMicros());
    assertTrue(more.difference().expected() > 0);
    assertEquals("budget", scenarios.variations().get(1).refused().field());
  }

  @Test
  void anAccountWithoutSpendSaysHowToBeginAndBeginsWhenItIsTold() {
    List<AdPerformance> idle =
        List.of(Rows.day("acme", "c", "a", 0, 0, 0), Rows.day("acme", "c", "b", 0, 0, 0));
    var refused = assertThrows(UnplannableException.class, () -> plan(idle, terms()));
    assertTrue(refused.getMessage().contains("maximum of their own"), refused.getMessage());
    BudgetPlan plan =
        plan(idle, terms().budget(30_000_000L).line(rule("a", 40_000_000L, null, false)));
    assertEquals(30_000_000, plan.lines().getFirst().plannedMicros());
    assertTrue(plan.lines().getFirst().reason().startsWith("Begins again with 30.00 EUR"));
  }

  @Test
  void aChangeADayThatWouldBeReckonedForMinutesIsRefusedAtOnce() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(Rows.day("acme", "c", "set-" + i, 0, 10, 1));
    }
    PlanTerms.LineTerms slow =
        new PlanTerms.LineTerms(
            "lines[0]",
            "c",
            "set-0",
            null,
            null,
            null,
            null,
            0.1,
            false,
            EnumSet.allOf(DayOfWeek.class));
    var refused =
        assertThrows(
            UnplannableException.class,
            () -> plan(rows, terms().line(slow).days(LocalDate.of(2026, 3, 9), 30)));
    assertEquals("until", refused.field());
  }

  @Test
  void tenThousandAdSetsOfOneDayWithoutAnyConversionMakeAPlan() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      rows.add(Rows.day("acme", "c" + i % 40, "set-" + i, 0, 1 + i % 17, 0));
    }
    AccountHistory history = AccountHistory.of("acme", rows);
    BudgetPlan plan = plan(history, terms().budget(70_000_000_000L));
    assertEquals(10_000, plan.lines().size());
    assertEquals(
        70_000_000_000L, plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum());
    var tooManyParts =
        assertThrows(UnplannableException.class, () -> new PlanWriter(divided(history, plan)));
    assertEquals("by", tooManyParts.field());
  }

  private static Draft divided(AccountHistory history, BudgetPlan like) {
    PlanTerms terms = terms().days(like.day(), 10).grain(PlanTerms.Grain.DAY).build();
    var slots = List.<TimeSlot>of();
    FittedAccount account =
        new FittedAccount(
            history, Goal.CONVERSIONS, null, java.util.Collections.nCopies(10_000, null));
    return new Draft(
        account,
        terms,
        new Horizon(like.day(), like.day().plusDays(9)),
        1,
        List.of(),
        List.of(),
        new Answer.Solved(slots, new long[0][0], 0, 0, 0, 0),
        new long[0]);
  }

  @Test
  void groupsThatLieInOneAnotherByTheirAdSetsAreRefusedWhereTheyAreTooMany() {
    List<PlanTerms.GroupTerms> groups = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      groups.add(group("group " + i, List.of("set-0", "set-1")));
    }
    PlanTerms terms =
        new PlanTerms(
            null,
            Goal.CONVERSIONS,
            new PlanTerms.Period(MONDAY, null, PlanTerms.Span.WEEK),
            PlanTerms.Grain.WHOLE,
            null,
            List.of(rule("set-0", 400_000_000L, null, false)),
            groups,
            null,
            null,
            null,
            0);
    FittedAccount account =
        FittedAccount.of(AccountHistory.of("acme", unequal()), Goal.CONVERSIONS);
    var refused =
        assertThrows(
            UnplannableException.class,
            () -> Planner.plan("default", "p", Instant.EPOCH, account, terms));
    assertTrue(refused.getMessage().contains("at most 100"), refused.getMessage());
  }

  @Test
  void aGroupThatRunsOnMondaysOnlyNeedsItsMinimumOnNoOtherDayOfACalendar() {
    var mondays =
        new PlanTerms.LineTerms(
            "lines[0]",
            "c",
            "set-0",
            null,
            null,
            null,
            null,
            null,
            false,
            EnumSet.of(DayOfWeek.MONDAY));
    var least =
        new PlanTerms.GroupTerms(
            "groups[0]",
            "mondays",
            null,
            List.of("set-0"),
            Segment.NONE,
            50_000_000L,
            null,
            List.of());
    PlanTerms terms =
        new PlanTerms(
            null,
            Goal.CONVERSIONS,
            new PlanTerms.Period(MONDAY, null, PlanTerms.Span.WEEK),
            PlanTerms.Grain.WHOLE,
            null,
            List.of(mondays),
            List.of(least),
            null,
            null,
            new PlanTerms.Calendar.Weights(Map.of(DayOfWeek.SUNDAY, 0.5)),
            0);
    BudgetPlan plan =
        Planner.plan(
            "default",
            "p",
            Instant.EPOCH,
            FittedAccount.of(AccountHistory.of("acme", unequal()), Goal.CONVERSIONS),
            terms);
    assertTrue(plan.lines().getFirst().plannedMicros() >= 50_000_000);
  }

  private static PlanTerms.GroupTerms group(String name, List<String> adSets) {
    return new PlanTerms.GroupTerms(
        "groups[0]", name, null, adSets, Segment.NONE, null, 1_000_000_000L, List.of());
  }

  private static PlanTerms.LineTerms rule(String adSet, Long maximum, Long fixed, boolean pause) {
    return new PlanTerms.LineTerms(
        "lines[0]",
        "c",
        adSet,
        null,
        null,
        maximum,
        fixed,
        null,
        pause,
        EnumSet.allOf(DayOfWeek.class));
  }

  private static AdPerformance hour(
      String adSet, int day, int hour, double spend, double conversions) {
    AdPerformance row = Rows.day("acme", "c", adSet, day, spend, conversions);
    var start = row.window().start().plusHours(hour);
    return new AdPerformance(
        row.schemaVersion(),
        row.workspace(),
        row.account(),
        row.campaign(),
        row.adSet(),
        null,
        row.segment(),
        new AdWindow(start, start.plusHours(1), "Europe/Berlin"),
        row.spendMicros(),
        row.currency(),
        row.impressions(),
        row.clicks(),
        row.conversions(),
        null);
  }

  private static double spend(BudgetPlan plan) {
    return plan.budgetMicros() / 1e6;
  }

  private static BudgetPlan plan(List<AdPerformance> rows, Asked asked) {
    return plan(AccountHistory.of("acme", rows), asked);
  }

  private static BudgetPlan plan(AccountHistory history, Asked asked) {
    PlanTerms terms = asked.build();
    return Planner.plan(
        "default", "p", Instant.EPOCH, FittedAccount.of(history, terms.goal()), terms);
  }

  private static Asked terms() {
    return new Asked(
        null,
        Goal.CONVERSIONS,
        List.of(),
        List.of(),
        0,
        PlanTerms.Grain.WHOLE,
        new PlanTerms.Period(null, null, PlanTerms.Span.DAY),
        null);
  }

  /** Terms that differ from the plainest in what a test is about. */
  private record Asked(
      Long budgetMicros,
      Goal asGoal,
      List<PlanTerms.LineTerms> lines,
      List<PlanTerms.GroupTerms> groups,
      double learning,
      PlanTerms.Grain asGrain,
      PlanTerms.Period period,
      BudgetPlan.Target target) {

    PlanTerms build() {
      return new PlanTerms(
          budgetMicros, asGoal, period, asGrain, target, lines, groups, null, null, null, learning);
    }

    Asked budget(Long micros) {
      return new Asked(micros, asGoal, lines, groups, learning, asGrain, period, target);
    }

    Asked goal(Goal goal) {
      return new Asked(budgetMicros, goal, lines, groups, learning, asGrain, period, target);
    }

    Asked target(TargetKind kind, double value) {
      return new Asked(
          budgetMicros,
          asGoal,
          lines,
          groups,
          learning,
          asGrain,
          period,
          new BudgetPlan.Target(kind, value));
    }

    Asked line(PlanTerms.LineTerms line) {
      List<PlanTerms.LineTerms> more = new ArrayList<>(lines);
      more.add(line);
      return new Asked(budgetMicros, asGoal, more, groups, learning, asGrain, period, target);
    }

    Asked group(PlanTerms.GroupTerms group) {
      List<PlanTerms.GroupTerms> more = new ArrayList<>(groups);
      more.add(group);
      return new Asked(budgetMicros, asGoal, lines, more, learning, asGrain, period, target);
    }

    Asked exploration(double share) {
      return new Asked(budgetMicros, asGoal, lines, groups, share, asGrain, period, target);
    }

    Asked grain(PlanTerms.Grain grain) {
      return new Asked(budgetMicros, asGoal, lines, groups, learning, grain, period, target);
    }

    Asked days(LocalDate first, int days) {
      var own = new PlanTerms.Period(first, first.plusDays(days - 1L), PlanTerms.Span.DAY);
      return new Asked(budgetMicros, asGoal, lines, groups, learning, asGrain, own, target);
    }
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
