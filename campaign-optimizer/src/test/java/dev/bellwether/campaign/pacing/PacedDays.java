package dev.bellwether.campaign.pacing;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.contracts.budget.Goal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A plan of 100 EUR for a day of one ad set, and hours of spend. */
public final class PacedDays {

  public static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  public static final long BUDGET = 100_000_000;

  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final Instant BEGIN = DAY.atStartOfDay(ZONE).toInstant();

  private PacedDays() {}

  /** What an hour of the day spends, in EUR. */
  interface Hour {
    double spend(int hour);
  }

  static BudgetPlan plan() {
    return plan("default", "acme", "p1", DAY, BEGIN.minus(Duration.ofHours(1)));
  }

  public static BudgetPlan plan(
      String workspace, String account, String id, LocalDate day, Instant createdAt) {
    var range = new BudgetPlan.Range(1, 2, 3);
    return new BudgetPlan(
        BudgetPlan.SCHEMA_VERSION,
        workspace,
        account,
        id,
        day,
        "EUR",
        BUDGET,
        Goal.CONVERSIONS,
        range,
        range,
        0,
        createdAt,
        List.of(
            new BudgetPlan.Line("c", "s", null, BUDGET, BUDGET, range, 1, "as it was", null, null)),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static List<AdPerformance> hours(LocalDate day, int count, Hour hour) {
    var rows = new ArrayList<AdPerformance>();
    for (int i = 0; i < count; i++) {
      var start = day.atStartOfDay().plusHours(i);
      rows.add(row("default", "acme", start, start.plusHours(1), hour.spend(i), Segment.NONE));
    }
    return rows;
  }

  /** The same in two genders. */
  static List<AdPerformance> brokenDown(List<AdPerformance> rows) {
    var parts = new ArrayList<AdPerformance>();
    for (AdPerformance row : rows) {
      long half = row.spendMicros() / 2;
      for (var gender : List.of("f", "m")) {
        parts.add(
            row(
                row.workspace(),
                row.account(),
                row.window().start(),
                row.window().end(),
                (gender.equals("f") ? half : row.spendMicros() - half) / 1e6,
                new Segment(null, gender, null, null, null)));
      }
    }
    return parts;
  }

  static AdPerformance whole(LocalDate day, List<AdPerformance> hours) {
    double spend = hours.stream().mapToLong(AdPerformance::spendMicros).sum() / 1e6;
    var start = day.atStartOfDay();
    return row("default", "acme", start, start.plusDays(1), spend, Segment.NONE);
  }

  public static AdPerformance row(
      String workspace,
      String account,
      LocalDateTime start,
      LocalDateTime end,
      double spend,
      Segment segment) {
    return new AdPerformance(
        AdPerformance.SCHEMA_VERSION,
        workspace,
        account,
        "c",
        "s",
        null,
        segment,
        new AdWindow(start, end, ZONE.getId()),
        Math.round(spend * 1e6),
        "EUR",
        1_000,
        10,
        1,
        null);
  }
}
