package dev.bellwether.campaign.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DayAmountsProperties {

  private static final LocalDate DAY = SomePlans.DAY;

  @Property
  void theDaysAddUpToTheLineWhateverItsPartsAre(
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long micros,
      @ForAll @IntRange(min = 1, max = 366) int days,
      @ForAll @IntRange(min = 0, max = 40) int hoursAPart) {
    var parts = new ArrayList<Part>();
    LocalDateTime end = DAY.plusDays(days).atStartOfDay();
    long given = 0;
    if (hoursAPart > 0) {
      for (var start = DAY.atStartOfDay();
          start.isBefore(end);
          start = start.plusHours(hoursAPart)) {
        var stop = start.plusHours(hoursAPart).isAfter(end) ? end : start.plusHours(hoursAPart);
        long part = stop.equals(end) ? micros - given : (micros - given) / 3;
        given += part;
        parts.add(new Part(start, stop, part));
      }
    }
    var line = SomePlans.line("c", "s", 0, micros, hoursAPart == 0 ? null : parts);
    BudgetPlan plan = SomePlans.plan("p", DAY, DAY.plusDays(days - 1L), List.of(line));
    long sum = 0;
    for (LocalDate day : PlanPeriod.of(plan).days()) {
      long amount = DayAmounts.planned(plan, line, day);
      assertTrue(amount >= 0);
      sum += amount;
    }
    assertEquals(micros, sum);
    assertEquals(0, DayAmounts.planned(plan, line, DAY.minusDays(1)));
    assertEquals(0, DayAmounts.planned(plan, line, DAY.plusDays(days)));
  }

  @Example
  void aDayHasWhatItsOwnHoursSay() {
    LocalDateTime midnight = DAY.atStartOfDay();
    var line =
        SomePlans.line(
            "c",
            "s",
            0,
            90,
            List.of(
                new Part(midnight.plusHours(8), midnight.plusHours(12), 60),
                new Part(midnight.plusHours(20), midnight.plusHours(28), 30)));
    BudgetPlan plan = SomePlans.plan("p", DAY, DAY.plusDays(1), List.of(line));
    assertTrue(DayAmounts.hasHours(plan, DAY));
    assertFalse(DayAmounts.hasHours(plan, DAY.plusDays(1)));
    assertEquals(75, DayAmounts.planned(plan, line, DAY));
    assertEquals(15, DayAmounts.planned(plan, line, DAY.plusDays(1)));
    assertEquals(30, DayAmounts.plannedUntil(plan, line, midnight.plusHours(10)));
  }
}
