package dev.bellwether.campaign.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountHistoryTest {

  private static final Segment MEN = new Segment("30-34", "M", null, null, null);
  private static final Segment WOMEN = new Segment("30-34", "F", null, null, null);

  @Test
  void todayIsTheMeanOfTheLastSevenDaysWithFigures() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 10; day++) {
      rows.add(Rows.day("acme", "c", "a", day, day < 3 ? 1000 : day, 0));
    }
    AccountHistory history = AccountHistory.of("acme", rows);
    assertEquals(6_000_000, history.todayMicros());
    assertEquals(Rows.FIRST_DAY.plusDays(9), history.lastDay());
  }

  @Test
  void anAdSetThatPausedCountsItsSilentDays() {
    List<AdPerformance> rows = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      rows.add(Rows.day("acme", "c", "a", day, 10, 0));
    }
    rows.add(Rows.day("acme", "c", "b", 0, 70, 0));
    assertEquals(10_000_000, AccountHistory.of("acme", rows).adSets().get(1).todayMicros());
  }

  @Test
  void aBreakdownBesideTheWholeIsNotCountedTwice() {
    List<AdPerformance> rows =
        List.of(
            Rows.day("acme", "c", "a", 0, 30, 3),
            Rows.row("acme", "c", "a", null, MEN, 0, 1, "EUR", 10, 1, null),
            Rows.row("acme", "c", "a", null, WOMEN, 0, 1, "EUR", 20, 2, null),
            Rows.row("acme", "c", "a", "ad-1", MEN, 0, 1, "EUR", 10, 1, null));
    assertEquals(30_000_000, AccountHistory.of("acme", rows).todayMicros());
  }

  @Test
  void breakdownsWithoutAWholeAddUpAndKeepWhatTheyShare() {
    List<AdPerformance> rows =
        List.of(
            Rows.row("acme", "c", "a", null, MEN, 0, 1, "EUR", 10, 1, null),
            Rows.row("acme", "c", "a", null, WOMEN, 0, 1, "EUR", 20, 2, null));
    AccountHistory.AdSet adSet = AccountHistory.of("acme", rows).adSets().getFirst();
    assertEquals(30_000_000, adSet.todayMicros());
    assertEquals(new Segment("30-34", null, null, null, null), adSet.segment());
    assertEquals(3, adSet.days().getFirst().conversions());
  }

  @Test
  void aRowOfAMonthIsSpreadOverItsDays() {
    List<AdPerformance> rows =
        List.of(Rows.row("acme", "c", "a", "ad", MEN, 0, 28, "EUR", 280, 28, null));
    AccountHistory history = AccountHistory.of("acme", rows);
    assertEquals(10_000_000, history.todayMicros());
    assertEquals(Rows.FIRST_DAY.plusDays(27), history.lastDay());
  }

  @Test
  void figuresWhoseSumCannotBeTrueAreRefusedInsteadOfOverflowing() {
    var rows =
        List.of(
            Rows.day("a", "c", "s", 0, 9e12, 1),
            Rows.day("a", "c", "s", 1, 9e12, 1),
            Rows.day("a", "c", "t", 1, 1, 1));
    var refused = assertThrows(UnplannableException.class, () -> AccountHistory.of("a", rows));
    assertEquals("account", refused.field());
    assertTrue(refused.getMessage().contains("spend"), refused.getMessage());
  }
}
