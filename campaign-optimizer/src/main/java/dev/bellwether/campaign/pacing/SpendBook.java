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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the ad sets of a plan spent, by the account's local days and hours. */
final class SpendBook {

  private static final int DAYS_ENOUGH = 3;

  /** An ad set of the plan. */
  record AdSet(String campaign, String name) {

    static AdSet of(AdPerformance row) {
      return new AdSet(row.campaign(), row.adSet());
    }

    static AdSet of(BudgetPlan.Line line) {
      return new AdSet(line.campaign(), line.adSet());
    }
  }

  /** The rows of windows within a day, whole or by the hour, that count once. */
  private record Day(List<AdPerformance> rows, boolean hasWhole, LocalDateTime lastEnd) {}

  private final ZoneId zone;
  private final Map<AdSet, Map<LocalDate, Day>> days;
  private final Map<LocalDate, Set<LocalDate>> pastDays = new ConcurrentHashMap<>();

  private SpendBook(ZoneId zone, Map<AdSet, Map<LocalDate, Day>> days) {
    this.zone = zone;
    this.days = days;
  }

  /**
   * Empty where nothing can be said of the plan: no figures, other currencies, several time zones.
   */
  static Optional<SpendBook> of(BudgetPlan plan, Collection<AdPerformance> figures) {
    Set<AdSet> adSets = plan.lines().stream().map(AdSet::of).collect(Collectors.toSet());
    List<AdPerformance> rows =
        figures.stream().filter(row -> adSets.contains(AdSet.of(row))).toList();
    Set<String> zones =
        rows.stream().map(row -> row.window().timeZone()).collect(Collectors.toSet());
    boolean sameMoney = rows.stream().allMatch(row -> row.currency().equals(plan.currency()));
    if (zones.size() != 1 || !sameMoney) {
      return Optional.empty();
    }
    Map<AdSet, Map<LocalDate, List<AdPerformance>>> grouped =
        rows.stream()
            .filter(row -> isWithinADay(row.window()))
            .collect(
                Collectors.groupingBy(
                    AdSet::of, Collectors.groupingBy(row -> row.window().start().toLocalDate())));
    var days = new HashMap<AdSet, Map<LocalDate, Day>>();
    grouped.forEach(
        (adSet, byDay) -> {
          var own = new HashMap<LocalDate, Day>();
          byDay.forEach((day, all) -> own.put(day, day(all)));
          days.put(adSet, own);
        });
    return Optional.of(new SpendBook(ZoneId.of(zones.iterator().next()), days));
  }

  /** Where an ad set is reported both whole and broken down, or by day and hour, one counts. */
  private static Day day(List<AdPerformance> rows) {
    List<AdPerformance> whole = rows.stream().filter(row -> isWholeDay(row.window())).toList();
    Map<AdWindow, List<AdPerformance>> byWindow =
        (whole.isEmpty() ? rows : whole)
            .stream().collect(Collectors.groupingBy(AdPerformance::window));
    LocalDateTime lastEnd =
        rows.stream().map(row -> row.window().end()).max(LocalDateTime::compareTo).orElseThrow();
    return new Day(
        byWindow.values().stream()
            .flatMap(same -> AccountHistory.leastBrokenDown(same).stream())
            .toList(),
        !whole.isEmpty(),
        lastEnd);
  }

  ZoneId zone() {
    return zone;
  }

  /** Whether any ad set sends whole days, so that hours of others tell only a part. */
  boolean tellsWholeDays() {
    return days.values().stream().flatMap(own -> own.values().stream()).anyMatch(Day::hasWhole);
  }

  Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  Instant end(LocalDate day) {
    return begin(day.plusDays(1));
  }

  /**
   * Up to when the day's spend is known; empty where none is. A day that is told whole, even of one
   * ad set, is known when it is over.
   */
  Optional<Instant> knownUntil(LocalDate day, Instant now, Duration reportingDelay) {
    List<Day> known =
        days.values().stream().map(own -> own.get(day)).filter(Objects::nonNull).toList();
    Instant reported = now.minus(reportingDelay);
    if (known.stream().anyMatch(Day::hasWhole)) {
      return reported.isBefore(end(day)) ? Optional.empty() : Optional.of(end(day));
    }
    return known.stream()
        .flatMap(one -> one.rows().stream())
        .map(row -> instant(row.window().end()))
        .filter(end -> !end.isAfter(reported))
        .max(Instant::compareTo);
  }

  /** Millionths, of windows that ended by {@code until}. */
  long spent(LocalDate day, Instant until) {
    return days.keySet().stream().mapToLong(adSet -> spent(adSet, day, until)).sum();
  }

  /** As {@link #spent(LocalDate, Instant)}, of one ad set. */
  long spent(AdSet adSet, LocalDate day, Instant until) {
    Day own = days.getOrDefault(adSet, Map.of()).get(day);
    return own == null
        ? 0
        : own.rows().stream()
            .filter(row -> !instant(row.window().end()).isAfter(until))
            .mapToLong(AdPerformance::spendMicros)
            .sum();
  }

  /**
   * Which share of a day's spend the account has usually spent by this time of day: of its last
   * whole days, or, where fewer than three are known by the hour, of an even day.
   */
  double usualShare(LocalDate day, Instant until) {
    List<SoFar> past = past(null, day, until);
    long all = past.stream().mapToLong(SoFar::total).sum();
    return past.size() >= DAYS_ENOUGH
        ? (double) past.stream().mapToLong(SoFar::spent).sum() / all
        : (double) Duration.between(begin(day), until).toSeconds()
            / Duration.between(begin(day), end(day)).toSeconds();
  }

  /**
   * A past day with spend.
   *
   * @param spent by the time of day that was asked for
   * @param total of the day
   */
  record SoFar(long spent, long total) {}

  /**
   * How past days with spend stood at this time of day, in order.
   *
   * @param adSet null for all together
   */
  List<SoFar> past(AdSet adSet, LocalDate day, Instant until) {
    LocalTime time = until.atZone(zone).toLocalTime();
    return pastDays.computeIfAbsent(day, this::pastDays).stream()
        .map(
            past -> {
              Instant then = past.atTime(time).atZone(zone).toInstant();
              return adSet == null
                  ? new SoFar(spent(past, then), spent(past, end(past)))
                  : new SoFar(spent(adSet, past, then), spent(adSet, past, end(past)));
            })
        .filter(past -> past.total() > 0)
        .toList();
  }

  /** Days before whose figures are there, by the hour and up to the last. */
  private Set<LocalDate> pastDays(LocalDate day) {
    var past = new TreeSet<LocalDate>();
    for (LocalDate d = day.minusDays(Pacing.PAST_DAYS); d.isBefore(day); d = d.plusDays(1)) {
      LocalDate one = d;
      LocalDateTime end = one.plusDays(1).atStartOfDay();
      List<Day> told =
          days.values().stream().map(own -> own.get(one)).filter(Objects::nonNull).toList();
      if (told.stream().anyMatch(own -> own.lastEnd().equals(end))
          && told.stream().noneMatch(Day::hasWhole)) {
        past.add(one);
      }
    }
    return past;
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  private static boolean isWithinADay(AdWindow window) {
    return !window.end().isAfter(window.start().toLocalDate().plusDays(1).atStartOfDay());
  }

  private static boolean isWholeDay(AdWindow window) {
    return window.start().plusDays(1).equals(window.end());
  }
}
