package dev.bellwether.campaign.pacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.decision.SomePlans;
import dev.bellwether.campaign.pacing.PaceReport.LinePace;
import dev.bellwether.campaign.pacing.PaceReport.Proposal;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.BudgetPlan.Decision;
import dev.bellwether.contracts.budget.BudgetPlan.Part;
import dev.bellwether.contracts.budget.PlanStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Three in the afternoon of a day of 24 even hours; figures are there up to noon. */
class PaceReportsTest {

  private static final LocalDate DAY = PacedDays.DAY;
  private static final Instant NOW = PacedDays.BEGIN.plus(Duration.ofHours(15));

  @Test
  void aLineThatWouldEndFarAboveItsDayIsToBeLoweredAndOneThatSpentItAllIsToBePaused() {
    BudgetPlan plan = plan(DAY, null, line("kept", 100), line("fast", 100), line("gone", 100));
    var rows = new ArrayList<AdPerformance>();
    rows.addAll(day("kept", 12, 50));
    rows.addAll(day("fast", 12, 80));
    rows.addAll(day("gone", 12, 110));
    PaceReport report = PaceReports.of(plan, DAY, rows, NOW, PacingRules.STANDARD);

    assertEquals(Proposal.NONE, line(report, "kept").proposal().action());
    Proposal lower = line(report, "fast").proposal();
    assertEquals(Proposal.LOWER, lower.action());
    assertNear(20_000_000, lower.restMicros());
    assertEquals(0.25, lower.ofPresentPace(), 1e-6);
    assertEquals(
        "Would end the day at 160.00 EUR instead of 100.00 EUR: lower it to 20.00 EUR for the rest of the day, 25 % of its present pace.",
        lower.reason());
    assertEquals(Proposal.PAUSE, line(report, "gone").proposal().action());
    assertEquals(0.5, report.shareByNow(), 1e-9);
    assertEquals(PacedDays.BEGIN.plus(Duration.ofHours(12)), report.until());
    assertNear(480_000_000, report.all().projected().meanMicros());
    assertNull(report.period());
  }

  @Test
  void whereThePastTellsTheProjectionSaysHowSureItIs() {
    BudgetPlan plan = plan(DAY, null, line("fast", 100));
    var rows = new ArrayList<>(day("fast", 12, 60));
    double[] byNoon = {0.40, 0.50, 0.60, 0.45, 0.55};
    for (int i = 0; i < byNoon.length; i++) {
      double share = byNoon[i];
      rows.addAll(
          named(
              "fast",
              PacedDays.hours(
                  DAY.minusDays(i + 1L), 24, hour -> (hour < 12 ? share : 1 - share) * 100 / 12)));
    }
    Projection projected =
        PaceReports.of(plan, DAY, rows, NOW, PacingRules.STANDARD).all().projected();
    // by hand: logs of 1/share have mean 0.70332 and deviation 0.160235; t of 4 degrees is 2.132
    assertEquals(121.227e6, projected.meanMicros(), 0.02e6);
    assertEquals(
        121.227e6 * Math.exp(2.132 * 0.160235 * Math.sqrt(1.2)), projected.highMicros(), 1e5);
    assertEquals(
        121.227e6 / Math.exp(2.132 * 0.160235 * Math.sqrt(1.2)), projected.lowMicros(), 1e5);
    // a day that may well end below its plan is no reason to cut
    assertTrue(projected.lowMicros() < 100e6);
    assertEquals(
        Proposal.NONE,
        line(PaceReports.of(plan, DAY, rows, NOW, PacingRules.STANDARD), "fast")
            .proposal()
            .action());
  }

  @Test
  void whatEarlierDaysSpentTooMuchIsToldWithWhatIsLeftForTheOthers() {
    var parts = new ArrayList<Part>();
    for (int i = 0; i < 4; i++) {
      var start = DAY.minusDays(1).plusDays(i).atStartOfDay();
      parts.add(new Part(start, start.plusDays(1), 100_000_000));
    }
    var line = SomePlans.line("c", "s", 0, 400_000_000, parts);
    BudgetPlan plan = plan(DAY.minusDays(1), DAY.plusDays(2), line);
    var rows = new ArrayList<>(PacedDays.hours(DAY.minusDays(1), 24, _ -> 150 / 24.0));
    rows.addAll(PacedDays.hours(DAY, 12, _ -> 100 / 24.0));
    PaceReport report = PaceReports.of(plan, DAY, rows, NOW, PacingRules.STANDARD);

    assertEquals(100_000_000, report.all().plannedMicros());
    assertEquals(100_000_000, report.period().otherDays().earlierPlannedMicros());
    assertNear(150_000_000, report.period().otherDays().earlierSpentMicros());
    assertEquals(200_000_000, report.period().otherDays().comingPlannedMicros());
    assertNear(150_000_000, report.period().otherDays().comingLeftMicros());
    assertEquals(
        "Earlier days spent 50.00 EUR more than planned; 150.00 EUR are left for the 2 days after this one, 75.00 EUR a day instead of 100.00 EUR.",
        report.period().message());
    assertNear(150_000_000, line(report, "s").otherDays().comingLeftMicros());
  }

  @Test
  void aPlanWithHoursOfItsOwnIsHeldAgainstThem() {
    var midnight = DAY.atStartOfDay();
    var line =
        SomePlans.line(
            "c",
            "s",
            0,
            100_000_000,
            List.of(
                new Part(midnight.plusHours(8), midnight.plusHours(12), 80_000_000),
                new Part(midnight.plusHours(18), midnight.plusHours(22), 20_000_000)));
    BudgetPlan plan = plan(DAY, null, line);
    var morning = PacedDays.hours(DAY, 12, hour -> hour >= 8 ? 20 : 0);
    PaceReport report = PaceReports.of(plan, DAY, morning, NOW, PacingRules.STANDARD);
    assertEquals(0.8, report.shareByNow(), 1e-9);
    assertEquals(Proposal.NONE, line(report, "s").proposal().action());
    assertTrue(Pacing.judge(plan, DAY, morning, NOW, PacingRules.STANDARD).isEmpty());
    var even = PacedDays.hours(DAY, 12, _ -> 100 / 24.0);
    assertEquals(
        80_000_000,
        Pacing.judge(plan, DAY, even, NOW, PacingRules.STANDARD).orElseThrow().expectedMicros());
  }

  @Test
  void linesThatHaveSpentTheirDayAreToldTogetherAndATrifleIsNot() {
    BudgetPlan plan = plan(DAY, null, line("kept", 100), line("gone", 100), line("penny", 0));
    var rows = new ArrayList<AdPerformance>();
    rows.addAll(day("kept", 12, 50));
    rows.addAll(day("penny", 12, 0.012));
    assertTrue(PaceReports.exhausted(plan, DAY, rows, NOW, PacingRules.STANDARD).isEmpty());
    rows.addAll(day("gone", 12, 120));
    var told = PaceReports.exhausted(plan, DAY, rows, NOW, PacingRules.STANDARD).orElseThrow();
    assertEquals(2, told.lines());
    assertEquals("gone", told.first());
    assertEquals(100_000_000, told.plannedMicros());
    // when the day is over it is the whole day that is judged
    Instant over = PacedDays.BEGIN.plus(Duration.ofHours(30));
    rows.addAll(named("gone", PacedDays.hours(DAY, 24, _ -> 1)));
    assertTrue(PaceReports.exhausted(plan, DAY, rows, over, PacingRules.STANDARD).isEmpty());
  }

  @Test
  void withoutFiguresTheReportSaysSoAndProposesNothing() {
    BudgetPlan plan = plan(DAY, null, line("kept", 100));
    PaceReport report = PaceReports.of(plan, DAY, List.of(), NOW, PacingRules.STANDARD);
    assertNull(report.until());
    assertEquals(1, report.notes().size());
    assertEquals(Proposal.NONE, line(report, "kept").proposal().action());
    assertEquals(100_000_000, report.all().leftMicros());
  }

  /** The hours are rounded to a micro each. */
  private static void assertNear(long expected, long actual) {
    assertTrue(Math.abs(expected - actual) < 300, () -> expected + " and " + actual);
  }

  private static BudgetPlan plan(LocalDate day, LocalDate until, BudgetPlan.Line... lines) {
    return SomePlans.plan("p", day, until, List.of(lines))
        .decided(
            PlanStatus.APPROVED,
            new Decision("tester", Instant.parse("2026-03-10T00:00:00Z"), null));
  }

  private static BudgetPlan.Line line(String adSet, double euros) {
    return SomePlans.line("c", adSet, 0, Math.round(euros * 1e6), null);
  }

  private static List<AdPerformance> day(String adSet, int hours, double euros) {
    return named(adSet, PacedDays.hours(DAY, hours, _ -> euros / hours));
  }

  private static List<AdPerformance> named(String adSet, List<AdPerformance> rows) {
    return rows.stream()
        .map(
            row ->
                new AdPerformance(
                    row.schemaVersion(),
                    row.workspace(),
                    row.account(),
                    row.campaign(),
                    adSet,
                    row.ad(),
                    row.segment(),
                    row.window(),
                    row.spendMicros(),
                    row.currency(),
                    row.impressions(),
                    row.clicks(),
                    row.conversions(),
                    row.revenueMicros()))
        .toList();
  }

  private static LinePace line(PaceReport report, String adSet) {
    return report.lines().stream()
        .filter(line -> line.adSet().equals(adSet))
        .findFirst()
        .orElseThrow();
  }
}
