package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.contracts.budget.TargetKind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

/** Whatever is asked for: either every rule holds to the micro, or the answer says why not. */
class PlanRulesProperties {

  private static final Instant NOW = Instant.parse("2026-04-01T08:00:00Z");
  private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

  @Property(tries = 60)
  void aBudgetAloneIsSpentToTheMicroWithinTheTrustRegion(
      @ForAll @LongRange(min = 1, max = 840_000_000) long budget) {
    AccountHistory history = AccountHistory.of("acme", unequal());
    BudgetPlan plan =
        Planner.plan(
            "default", "p", NOW, history, new Planner.Request(budget, Goal.CONVERSIONS, null));
    assertEquals(budget, total(plan));
    double scale = Math.min(1, budget / 280e6);
    for (BudgetPlan.Line line : plan.lines()) {
      assertTrue(line.plannedMicros() <= 3 * line.todayMicros());
      assertTrue(line.plannedMicros() >= 0.2 * scale * line.todayMicros() - 1);
    }
    assertTrue(plan.optimalityGap() <= 1e-6);
    assertTrue(plan.expected().mean() >= plan.expectedToday().mean() * (1 - 1e-9));
  }

  @Property(tries = 400)
  void everyRuleOfARandomRequestHoldsToTheMicro(@ForAll long seed) {
    var random = new Random(seed);
    AccountHistory history = AccountHistory.of("acme", figures(random));
    PlanTerms terms = terms(random, history);
    BudgetPlan plan;
    try {
      plan = Planner.plan("default", "p", NOW, FittedAccount.of(history, terms.goal()), terms);
    } catch (UnplannableException e) {
      Statistics.label("answer").collect("refused");
      assertNotNull(e.field());
      assertTrue(e.getMessage().length() > 20, e.getMessage());
      assertFalse(e.getMessage().contains("null"), e.getMessage());
      return;
    }
    Statistics.label("answer").collect("planned");
    if (terms.change() != null && plan.until() != null) {
      Statistics.label("days with a change").collect(plan.optimalityGap() > 1e-9);
    }
    checkWhole(terms, plan);
    checkLines(terms, plan);
    checkGroups(terms.groups(), plan);
    checkDays(terms, plan);
    checkChanges(terms, plan);
  }

  private static void checkWhole(PlanTerms terms, BudgetPlan plan) {
    assertEquals(plan.budgetMicros(), total(plan));
    if (terms.budgetMicros() != null && terms.target() == null) {
      assertEquals(terms.budgetMicros(), plan.budgetMicros());
    }
    if (terms.target() != null) {
      checkTarget(terms, plan);
    }
    assertTrue(plan.optimalityGap() >= 0 && plan.optimalityGap() <= 1);
    assertTrue(
        plan.expected().low() <= plan.expected().mean()
            && plan.expected().mean() <= plan.expected().high());
    for (BudgetPlan.Line line : plan.lines()) {
      assertFalse(line.reason().contains("null"), line.reason());
      if (line.parts() != null) {
        assertEquals(
            line.plannedMicros(),
            line.parts().stream().mapToLong(BudgetPlan.Part::plannedMicros).sum());
      }
    }
    if (terms.maximumMoved() != null) {
      long[] before = new long[plan.lines().size()];
      double today = plan.lines().stream().mapToLong(BudgetPlan.Line::todayMicros).sum();
      double moved = 0;
      for (int i = 0; i < before.length; i++) {
        BudgetPlan.Line line = plan.lines().get(i);
        moved +=
            Math.max(0, line.plannedMicros() - line.todayMicros() / today * plan.budgetMicros());
      }
      assertTrue(
          moved <= terms.maximumMoved() * plan.budgetMicros() + before.length, "moved " + moved);
    }
  }

  private static void checkTarget(PlanTerms terms, BudgetPlan plan) {
    assertTrue(terms.budgetMicros() == null || plan.budgetMicros() <= terms.budgetMicros());
    double brought = plan.expected().mean();
    if (terms.target().kind() == TargetKind.CPA) {
      assertTrue(plan.budgetMicros() <= terms.target().value() * brought * (1 + 1e-6));
    } else {
      assertTrue(brought >= terms.target().value() * (1 - 1e-6), brought + " of " + terms.target());
    }
  }

  private static void checkLines(PlanTerms terms, BudgetPlan plan) {
    for (PlanTerms.LineTerms rule : terms.lines()) {
      BudgetPlan.Line line = line(plan, rule.adSet());
      long planned = line.plannedMicros();
      assertTrue(!rule.pause() || planned == 0);
      assertTrue(rule.minimumMicros() == null || planned >= rule.minimumMicros());
      assertTrue(rule.maximumMicros() == null || planned <= rule.maximumMicros());
      assertTrue(rule.fixedMicros() == null || planned == rule.fixedMicros());
      if (line.parts() != null) {
        for (BudgetPlan.Part part : line.parts()) {
          assertTrue(
              rule.weekdays().contains(part.start().getDayOfWeek()) || part.plannedMicros() == 0);
        }
      }
    }
  }

  private static void checkGroups(List<PlanTerms.GroupTerms> groups, BudgetPlan plan) {
    for (PlanTerms.GroupTerms group : groups) {
      long sum =
          plan.lines().stream()
              .filter(l -> group.adSets().contains(l.adSet()))
              .mapToLong(BudgetPlan.Line::plannedMicros)
              .sum();
      assertTrue(group.minimumMicros() == null || sum >= group.minimumMicros());
      assertTrue(group.maximumMicros() == null || sum <= group.maximumMicros());
    }
  }

  private static void checkDays(PlanTerms terms, BudgetPlan plan) {
    Map<LocalDate, Long> days = new HashMap<>();
    for (BudgetPlan.Line line : plan.lines()) {
      if (line.parts() != null) {
        for (BudgetPlan.Part part : line.parts()) {
          days.merge(part.start().toLocalDate(), part.plannedMicros(), Long::sum);
        }
      }
    }
    if (days.isEmpty()) {
      return;
    }
    assertEquals(plan.budgetMicros(), days.values().stream().mapToLong(Long::longValue).sum());
    if (terms.calendar() instanceof PlanTerms.Calendar.Amounts amounts) {
      days.forEach(
          (day, micros) -> {
            Long named = amounts.byWeekday().get(day.getDayOfWeek());
            assertTrue(named == null || named.equals(micros), day + " " + micros);
          });
    }
    if (terms.calendar() instanceof PlanTerms.Calendar.Weights weights) {
      double sum = days.keySet().stream().mapToDouble(d -> weights.of(d.getDayOfWeek())).sum();
      days.forEach(
          (day, micros) ->
              assertEquals(plan.budgetMicros() * weights.of(day.getDayOfWeek()) / sum, micros, 2));
    }
  }

  private static void checkChanges(PlanTerms terms, BudgetPlan plan) {
    if (terms.change() == null) {
      return;
    }
    int length = plan.until() == null ? 1 : 2;
    for (BudgetPlan.Line line : plan.lines()) {
      PlanTerms.LineTerms rule =
          terms.lines().stream()
              .filter(l -> l.adSet().equals(line.adSet()))
              .findFirst()
              .orElse(null);
      if (rule != null && rule.pause() || line.todayMicros() == 0) {
        continue;
      }
      double change =
          rule == null || rule.maximumChange() == null ? terms.change() : rule.maximumChange();
      Set<DayOfWeek> weekdays = rule == null ? ALL : rule.weekdays();
      List<Long> spends = new ArrayList<>();
      spends.add(line.todayMicros() / daysOf(plan));
      if (length == 1) {
        if (weekdays.contains(plan.day().getDayOfWeek())) {
          spends.add(line.plannedMicros());
        }
      } else {
        line.parts().stream()
            .filter(p -> weekdays.contains(p.start().getDayOfWeek()))
            .forEach(p -> spends.add(p.plannedMicros()));
      }
      for (int d = 1; d < spends.size(); d++) {
        double before = spends.get(d - 1);
        assertTrue(spends.get(d) <= before * (1 + change) + 1, line.adSet() + " " + spends);
        assertTrue(spends.get(d) >= before * (1 - change) - 1, line.adSet() + " " + spends);
      }
    }
  }

  private static int daysOf(BudgetPlan plan) {
    LocalDate last = plan.until() == null ? plan.day() : plan.until();
    return (int) (last.toEpochDay() - plan.day().toEpochDay()) + 1;
  }

  private static long total(BudgetPlan plan) {
    return plan.lines().stream().mapToLong(BudgetPlan.Line::plannedMicros).sum();
  }

  private static BudgetPlan.Line line(BudgetPlan plan, String adSet) {
    return plan.lines().stream().filter(l -> l.adSet().equals(adSet)).findFirst().orElseThrow();
  }

  private static PlanTerms terms(Random random, AccountHistory history) {
    int days = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(12);
    long today = history.todayMicros();
    Long budget =
        random.nextInt(4) == 0
            ? null
            : (Long) Math.max(1, Math.round(today * days * (0.5 + 1.2 * random.nextDouble())));
    LocalDate first = history.lastDay().plusDays(1 + random.nextInt(3));
    Double change = random.nextInt(3) == 0 ? (Double) (0.05 + 0.5 * random.nextDouble()) : null;
    BudgetPlan.Target target = random.nextInt(5) == 0 ? target(random, today) : null;
    boolean isPlainDay = days == 1 && target == null;
    return new PlanTerms(
        budget,
        Goal.CONVERSIONS,
        new PlanTerms.Period(first, first.plusDays(days - 1L), PlanTerms.Span.DAY),
        random.nextInt(4) == 0 ? PlanTerms.Grain.DAY : PlanTerms.Grain.WHOLE,
        target,
        lines(random, history, days),
        groups(random, history, days),
        change,
        isPlainDay && random.nextInt(3) == 0 ? (Double) (0.3 * random.nextDouble()) : null,
        change == null && target == null ? calendar(random, today) : null,
        target == null && random.nextInt(4) == 0 ? 0.2 * random.nextDouble() : 0);
  }

  private static List<PlanTerms.LineTerms> lines(Random random, AccountHistory history, int days) {
    List<PlanTerms.LineTerms> lines = new ArrayList<>();
    for (AccountHistory.AdSet adSet : history.adSets()) {
      if (random.nextInt(3) == 0) {
        long today = Math.max(1_000_000, adSet.todayMicros()) * days;
        long a = Math.round(today * 1.5 * random.nextDouble());
        long b = a + Math.round(today * random.nextDouble());
        int kind = random.nextInt(6);
        Set<DayOfWeek> weekdays = EnumSet.copyOf(ALL);
        if (random.nextInt(3) == 0) {
          weekdays.removeIf(d -> random.nextInt(3) == 0);
          weekdays.add(DayOfWeek.MONDAY);
        }
        lines.add(
            new PlanTerms.LineTerms(
                "lines[" + lines.size() + "]",
                adSet.campaign(),
                adSet.adSet(),
                null,
                kind == 0 || kind == 1 ? (Long) a : null,
                kind == 0 || kind == 2 ? (Long) b : null,
                kind == 3 ? (Long) a : null,
                random.nextInt(4) == 0 ? (Double) (0.6 * random.nextDouble()) : null,
                kind == 4,
                weekdays));
      }
    }
    return lines;
  }

  private static List<PlanTerms.GroupTerms> groups(
      Random random, AccountHistory history, int days) {
    List<PlanTerms.GroupTerms> groups = new ArrayList<>();
    List<AccountHistory.AdSet> left = new ArrayList<>(history.adSets());
    Collections.shuffle(left, random);
    while (left.size() > 2 && random.nextInt(2) == 0) {
      List<AccountHistory.AdSet> own = List.copyOf(left.subList(0, 2));
      left.subList(0, 2).clear();
      long today = own.stream().mapToLong(AccountHistory.AdSet::todayMicros).sum() * days;
      long low = Math.round(today * random.nextDouble());
      long high = low + Math.round(today * random.nextDouble());
      groups.add(
          new PlanTerms.GroupTerms(
              "groups[" + groups.size() + "]",
              "g" + groups.size(),
              null,
              own.stream().map(AccountHistory.AdSet::adSet).toList(),
              Segment.NONE,
              random.nextBoolean() ? (Long) low : null,
              random.nextBoolean() ? (Long) high : null,
              List.of()));
    }
    return groups;
  }

  private static BudgetPlan.Target target(Random random, long today) {
    return random.nextBoolean()
        ? new BudgetPlan.Target(TargetKind.CPA, 1e5 + 4e7 * random.nextDouble())
        : new BudgetPlan.Target(TargetKind.VOLUME, 1 + today / 2e7 * random.nextDouble());
  }

  private static PlanTerms.Calendar calendar(Random random, long today) {
    Map<DayOfWeek, Double> weights = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Long> amounts = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (random.nextInt(3) == 0) {
        weights.put(day, 0.5 + random.nextDouble());
        amounts.put(day, Math.round(today * (0.5 + random.nextDouble())));
      }
    }
    return switch (random.nextInt(4)) {
      case 0 -> new PlanTerms.Calendar.Weights(weights);
      case 1 -> new PlanTerms.Calendar.Amounts(amounts);
      default -> null;
    };
  }

  private static List<AdPerformance> figures(Random random) {
    List<AdPerformance> rows = new ArrayList<>();
    int adSets = 1 + random.nextInt(7);
    int days = 1 + random.nextInt(28);
    double weekend = random.nextInt(2) == 0 ? 1 : 5;
    for (int i = 0; i < adSets; i++) {
      double level = random.nextInt(8) == 0 ? 0 : Math.exp(1 + 4 * random.nextDouble());
      double rate = random.nextInt(6) == 0 ? 0 : 0.3 * random.nextDouble();
      for (int day = 0; day < days; day++) {
        double spend = level * (0.7 + 0.6 * random.nextDouble());
        rows.add(
            Rows.day(
                "acme",
                "c" + i % 2,
                "set-" + i,
                day,
                spend,
                Math.round(Math.sqrt(spend) * rate * 10 * (day % 7 >= 5 ? weekend : 1))));
      }
    }
    return rows;
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
