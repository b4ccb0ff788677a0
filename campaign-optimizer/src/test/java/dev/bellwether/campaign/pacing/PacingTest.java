package dev.bellwether.campaign.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PacingTest {

  private static final Instant THREE_IN_THE_AFTERNOON = PacedDays.BEGIN.plus(Duration.ofHours(15));

  @Test
  void halfTheBudgetByNoonOfAnEvenDayIsOnItsPaceAndAllOfItIsNot() {
    var even = PacedDays.hours(PacedDays.DAY, 12, _ -> 50 / 12.0);
    assertTrue(judge(even).isEmpty());
    var off = judge(PacedDays.hours(PacedDays.DAY, 12, _ -> 100 / 12.0)).orElseThrow();
    assertEquals(PacedDays.BEGIN.plus(Duration.ofHours(12)), off.until());
    assertEquals(50_000_000, off.expectedMicros());
    assertEquals(12 * 8_333_333, off.spentMicros());
  }

  @Test
  void noFiguresAreNoSpendThatIsMissing() {
    assertTrue(judge(List.of()).isEmpty());
    var yesterday = PacedDays.hours(PacedDays.DAY.minusDays(1), 24, _ -> 4);
    assertTrue(
        Pacing.judge(PacedDays.plan(), PacedDays.DAY, yesterday, atEnd(), PacingRules.STANDARD)
            .isEmpty());
  }

  @Test
  void figuresThatStopAtNoonAreComparedWithNoon() {
    var untilNoon = PacedDays.hours(PacedDays.DAY, 12, _ -> 50 / 12.0);
    assertTrue(
        Pacing.judge(PacedDays.plan(), PacedDays.DAY, untilNoon, atEnd(), PacingRules.STANDARD)
            .isEmpty());
  }

  @Test
  void aPlanThatWasMadeDuringItsDayIsNotJudged() {
    BudgetPlan late =
        PacedDays.plan("default", "acme", "p", PacedDays.DAY, PacedDays.BEGIN.plusSeconds(1));
    var all = PacedDays.hours(PacedDays.DAY, 12, _ -> 100 / 12.0);
    assertTrue(
        Pacing.judge(late, PacedDays.DAY, all, THREE_IN_THE_AFTERNOON, PacingRules.STANDARD)
            .isEmpty());
  }

  @Test
  void theDayThatLosesAnHourIsAWholeDayToo() {
    var spring = LocalDate.of(2026, 3, 29);
    var begin = spring.atStartOfDay(PacedDays.ZONE).toInstant();
    var plan = PacedDays.plan("default", "acme", "p", spring, begin.minusSeconds(60));
    var spent = List.of(PacedDays.whole(spring, PacedDays.hours(spring, 24, _ -> 130 / 24.0)));
    // 23 hours long, and three more for the reports
    assertTrue(
        Pacing.judge(plan, spring, spent, begin.plusSeconds(25 * 3_600), PacingRules.STANDARD)
            .isEmpty());
    var off =
        Pacing.judge(plan, spring, spent, begin.plusSeconds(26 * 3_600), PacingRules.STANDARD);
    assertEquals(begin.plusSeconds(23 * 3_600), off.orElseThrow().until());
  }

  private static Instant atEnd() {
    return PacedDays.BEGIN.plus(Duration.ofHours(30));
  }

  private static Optional<OffPace> judge(List<AdPerformance> rows) {
    return Pacing.judge(
        PacedDays.plan(), PacedDays.DAY, rows, THREE_IN_THE_AFTERNOON, PacingRules.STANDARD);
  }
}
