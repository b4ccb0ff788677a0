package dev.bellwether.local.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AdMarketTest {
  private static final LocalDate LAST_DAY = LocalDate.parse("2026-03-15");

  @Property(tries = 30)
  void theBestSplitIsBetterThanTodaysByATenthToAFifth(
      @ForAll @LongRange(min = 0, max = 100_000) long seed) {
    AdMarket market = AdMarket.of(seed, LAST_DAY);
    long budget = market.today().values().stream().mapToLong(Long::longValue).sum();
    double today = market.trueReturn(market.today());
    Map<String, Double> best = Allocation.best(market.adSets(), (int) (budget / 1_000_000));
    double gain = Allocation.conversions(market.adSets(), best) / today - 1;
    assertTrue(gain > 0.10 && gain < 0.20, () -> "gain " + gain);
  }

  @Property(tries = 30)
  void everyRowIsConsistent(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
    AdMarket market = AdMarket.of(seed, LAST_DAY);
    assertEquals(24 * 28, market.rows().size());
    assertEquals(24, market.today().size());
    for (AdRow row : market.rows()) {
      assertTrue(
          row.clicks() <= row.impressions() && row.conversions() <= row.clicks(), row::toString);
      assertTrue(
          row.spend().signum() > 0 && row.revenue().signum() == Long.signum(row.conversions()),
          row::toString);
    }
    assertEquals(
        24 * 28, market.rows().stream().map(row -> row.adSet() + row.date()).distinct().count());
  }

  @Property(tries = 200)
  void moreSpendNeverBringsLess(
      @ForAll @DoubleRange(max = 2000) double spend, @ForAll @DoubleRange(max = 500) double more) {
    for (AdSet set : AdMarket.of(7, LAST_DAY).adSets()) {
      assertTrue(
          set.curve().conversions(spend + more) >= set.curve().conversions(spend), set::name);
      assertEquals(0, set.curve().conversions(0), 1e-12);
    }
  }

  @Test
  void theSameSeedGivesTheSameFigures() {
    assertEquals(AdMarket.of(3, LAST_DAY), AdMarket.of(3, LAST_DAY));
    assertNotEquals(AdMarket.of(3, LAST_DAY).rows(), AdMarket.of(4, LAST_DAY).rows());
  }

  @Test
  void conversionsComeFromTheTrueCurves() {
    AdMarket market = AdMarket.of(11, LAST_DAY);
    double expected = 0;
    Map<String, AdSet> sets =
        market.adSets().stream().collect(Collectors.toMap(AdSet::name, set -> set));
    for (AdRow row : market.rows()) {
      expected += sets.get(row.adSet()).curve().conversions(row.spend().doubleValue());
    }
    double seen = market.rows().stream().mapToLong(AdRow::conversions).sum();
    // Four weeks hold every weekday alike; four deviations of a Poisson sum
    assertEquals(expected, seen, 4 * Math.sqrt(expected));
  }

  @Test
  void theSetsHaveFourFamiliesOfCurvesAndWereTriedAtSeveralBudgets() {
    AdMarket market = AdMarket.of(11, LAST_DAY);
    assertEquals(4, market.adSets().stream().map(set -> set.curve().getClass()).distinct().count());
    Map<String, List<AdRow>> rows =
        market.rows().stream().collect(Collectors.groupingBy(AdRow::adSet));
    long varied =
        rows.values().stream()
            .filter(
                days -> {
                  var spend =
                      days.stream()
                          .mapToDouble(day -> day.spend().doubleValue())
                          .summaryStatistics();
                  return spend.getMax() > 1.5 * spend.getMin();
                })
            .count();
    assertTrue(varied >= 20, () -> varied + " sets were tried at different budgets");
  }

  @Test
  void anUnknownAdSetIsRefused() {
    AdMarket market = AdMarket.of(1, LAST_DAY);
    Map<String, Long> split = new HashMap<>(market.today());
    split.put("Nobody's", 1L);
    assertThrows(IllegalArgumentException.class, () -> market.trueReturn(split));
  }
}
