package dev.bellwether.campaign.pacing;

import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares a day's spend with the plan for it. While the day runs, only hourly figures tell how far
 * spend has come: they are compared with the share of the day's budget that the account has usually
 * spent by that hour, or, where fewer than three whole days of hours are known, with an even pace.
 * A day whose figures come whole is looked at when it is over.
 */
public final class Pacing {

  /** How far back an account's hours tell how it spends a day. */
  public static final int PAST_DAYS = 14;

  private static final int DAYS_ENOUGH = 3;

  private final BudgetPlan plan;
  private final ZoneId zone;
  private final List<AdPerformance> rows;
  private final PacingRules rules;

  private Pacing(BudgetPlan plan, ZoneId zone, List<AdPerformance> rows, PacingRules rules) {
    this.plan = plan;
    this.zone = zone;
    this.rows = rows;
    this.rules = rules;
  }

  /**
   * That the plan's spend is off; empty where it is not, or where nothing can be said: no figures
   * of the day, a plan that was made after its day began, other currencies, several time zones.
   *
   * @param figures of the plan's account: of its day, and of {@link #PAST_DAYS} days before
   */
  public static Optional<OffPace> judge(
      BudgetPlan plan, Collection<AdPerformance> figures, Instant now, PacingRules rules) {
    Set<Line> lines = lines(plan);
    List<AdPerformance> rows =
        figures.stream().filter(row -> lines.contains(Line.of(row))).toList();
    Set<String> zones =
        rows.stream().map(row -> row.window().timeZone()).collect(Collectors.toSet());
    boolean sameMoney = rows.stream().allMatch(row -> row.currency().equals(plan.currency()));
    if (zones.size() != 1 || !sameMoney) {
      return Optional.empty();
    }
    var pacing = new Pacing(plan, ZoneId.of(zones.iterator().next()), rows, rules);
    return plan.createdAt().isBefore(pacing.begin()) ? pacing.judge(now) : Optional.empty();
  }

  private record Line(String campaign, String adSet) {

    static Line of(AdPerformance row) {
      return new Line(row.campaign(), row.adSet());
    }
  }

  private static Set<Line> lines(BudgetPlan plan) {
    var lines = new HashSet<Line>();
    plan.lines().forEach(line -> lines.add(new Line(line.campaign(), line.adSet())));
    return lines;
  }

  private Instant begin() {
    return plan.day().atStartOfDay(zone).toInstant();
  }

  private Instant end() {
    return plan.day().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Optional<OffPace> judge(Instant now) {
    boolean isOver = !now.minus(rules.reportingDelay()).isBefore(end());
    boolean wholeDays = rows.stream().anyMatch(row -> isWholeDay(row.window()));
    Instant until = until(now, isOver);
    if (until == null || wholeDays && !until.equals(end())) {
      return Optional.empty();
    }
    long spent = spent(plan.day(), until);
    double share = until.equals(end()) ? 1 : usualShare(until);
    long expected = Math.round(plan.budgetMicros() * share);
    boolean isOff = Math.abs(spent - expected) > rules.tolerance() * expected;
    return isOff && expected > 0 && share >= rules.leastShare()
        ? Optional.of(new OffPace(until, spent, expected))
        : Optional.empty();
  }

  /** Up to when spend is known; null where none is. */
  private Instant until(Instant now, boolean isOver) {
    List<AdPerformance> day = of(plan.day());
    if (isOver && day.stream().anyMatch(row -> isWholeDay(row.window()))) {
      return end();
    }
    Instant known = now.minus(rules.reportingDelay());
    return day.stream()
        .map(row -> endOf(row.window()))
        .filter(end -> !end.isAfter(known))
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Rows of windows within a day, whole or by the hour. */
  private List<AdPerformance> of(LocalDate day) {
    LocalDateTime begin = day.atStartOfDay();
    return rows.stream()
        .filter(
            row ->
                !row.window().start().isBefore(begin)
                    && !row.window().end().isAfter(begin.plusDays(1)))
        .toList();
  }

  private long spent(LocalDate day, Instant until) {
    long spent = 0;
    Map<Line, List<AdPerformance>> byLine =
        of(day).stream().collect(Collectors.groupingBy(Line::of));
    for (List<AdPerformance> line : byLine.values()) {
      List<AdPerformance> whole = line.stream().filter(row -> isWholeDay(row.window())).toList();
      spent += sum(whole.isEmpty() ? line : whole, until);
    }
    return spent;
  }

  /** Where an ad set is reported both whole and broken down, only the whole counts. */
  private long sum(List<AdPerformance> line, Instant until) {
    Map<AdWindow, List<AdPerformance>> byWindow =
        line.stream()
            .filter(row -> !endOf(row.window()).isAfter(until))
            .collect(Collectors.groupingBy(AdPerformance::window));
    return byWindow.values().stream()
        .flatMap(rows -> AccountHistory.leastBrokenDown(rows).stream())
        .mapToLong(AdPerformance::spendMicros)
        .sum();
  }

  /** Which share of a day's spend the account has usually spent by this time of day. */
  private double usualShare(Instant until) {
    LocalTime time = until.atZone(zone).toLocalTime();
    long before = 0;
    long all = 0;
    int days = 0;
    for (LocalDate day : pastDays()) {
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      long total = spent(day, end);
      if (total > 0) {
        before += spent(day, day.atTime(time).atZone(zone).toInstant());
        all += total;
        days++;
      }
    }
    return days >= DAYS_ENOUGH
        ? (double) before / all
        : (double) Duration.between(begin(), until).toSeconds()
            / Duration.between(begin(), end()).toSeconds();
  }

  /** Days before the plan's whose hours are there up to the last. */
  private Set<LocalDate> pastDays() {
    var lastEnds = new TreeMap<LocalDate, LocalDateTime>();
    for (AdPerformance row : rows) {
      LocalDate day = row.window().start().toLocalDate();
      if (day.isBefore(plan.day()) && !day.isBefore(plan.day().minusDays(PAST_DAYS))) {
        lastEnds.merge(day, row.window().end(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    lastEnds.entrySet().removeIf(e -> !e.getValue().equals(e.getKey().plusDays(1).atStartOfDay()));
    return lastEnds.keySet();
  }

  private static boolean isWholeDay(AdWindow window) {
    return window.start().plusDays(1).equals(window.end());
  }

  private Instant endOf(AdWindow window) {
    return window.end().atZone(zone).toInstant();
  }
}
