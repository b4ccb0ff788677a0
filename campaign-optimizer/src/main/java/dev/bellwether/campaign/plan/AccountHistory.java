package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.RecordKey;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An account's figures by the unit that holds a budget, the ad set.
 *
 * @param currency ISO 4217, one for all
 * @param lastDay the last local day with figures
 * @param adSets by campaign and name
 * @param reporting what share of its last days' figures is known
 */
public record AccountHistory(
    String account, String currency, LocalDate lastDay, List<AdSet> adSets, Reporting reporting) {

  /**
   * Today's split is the mean of this many last days with figures: a whole week, so no weekday
   * counts double.
   */
  private static final int SPLIT_DAYS = 7;

  /** Ingest takes as much in one row; three times as much, a line's bound, is still a long. */
  private static final double MOST_MICROS = 1e18;

  /**
   * @param segment the parts that all of its rows share
   * @param todayMicros mean daily spend over the account's last seven days with figures
   * @param days its figures, in order of time; empty where it is new
   * @param hours those of its figures that are of parts of a day, in order of time
   */
  public record AdSet(
      String campaign,
      String adSet,
      Segment segment,
      long todayMicros,
      List<DayFigures> days,
      List<HourFigures> hours) {

    /** Unique within an account. */
    String id() {
      return RecordKey.of(campaign, adSet).encode();
    }

    /** On how many days it spent. */
    int activeDays() {
      return days.stream().filter(d -> d.spendMicros() > 0).mapToInt(DayFigures::days).sum();
    }
  }

  /** What an ad set spent and brought over one or several whole days. */
  public record DayFigures(
      LocalDate day, int days, long spendMicros, double conversions, Long revenueMicros) {}

  /** What an ad set spent and brought within one day. */
  public record HourFigures(
      LocalDateTime start,
      double hours,
      long spendMicros,
      double conversions,
      Long revenueMicros) {}

  /** An ad set that is to begin: it has a name and an audience, and no figures. */
  public record Fresh(String campaign, String adSet, Segment segment) {}

  private record Name(String campaign, String adSet) {}

  /**
   * Reads an account's rows, each moment of an ad set once.
   *
   * @param rows one or more, of one account
   * @throws UnplannableException where the rows hold several currencies, or sums that cannot be
   *     true
   */
  public static AccountHistory of(String account, List<AdPerformance> rows) {
    return of(account, rows, Exchange.NONE);
  }

  /**
   * The same in the exchange's currency.
   *
   * @throws UnplannableException where a rate is missing, or sums cannot be true
   */
  public static AccountHistory of(String account, List<AdPerformance> figures, Exchange exchange) {
    String currency = exchange.of(account, figures);
    List<AdPerformance> rows =
        figures.stream().map(row -> exchange.converted(row, currency)).toList();
    checkTotal(account, "spend", rows.stream().mapToDouble(AdPerformance::spendMicros).sum());
    checkTotal(
        account,
        "revenue",
        rows.stream().mapToDouble(r -> r.revenueMicros() == null ? 0 : r.revenueMicros()).sum());
    Map<Name, List<AdPerformance>> byName =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Name(row.campaign(), row.adSet()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Name, List<CountedOnce.Cell>> cells = new LinkedHashMap<>();
    byName.forEach((name, own) -> cells.put(name, CountedOnce.cells(own)));
    Map<Name, List<DayFigures>> days = new LinkedHashMap<>();
    cells.forEach(
        (name, own) ->
            days.put(
                name, CountedOnce.days(own).stream().map(AccountHistory::dayFigures).toList()));
    TreeSet<LocalDate> seen = new TreeSet<>();
    days.values().forEach(own -> own.forEach(day -> addDays(seen, day)));
    Set<LocalDate> last = new TreeSet<>(seen.descendingSet().stream().limit(SPLIT_DAYS).toList());
    List<AdSet> adSets = new ArrayList<>();
    days.forEach(
        (name, own) ->
            adSets.add(
                new AdSet(
                    name.campaign(),
                    name.adSet(),
                    shared(byName.get(name)),
                    today(own, last),
                    own,
                    hours(cells.get(name)))));
    return new AccountHistory(account, currency, seen.last(), sorted(adSets), Reporting.AT_ONCE);
  }

  /** The same where figures are reported late. */
  public AccountHistory reported(Reporting late) {
    return new AccountHistory(account, currency, lastDay, adSets, late);
  }

  /** The same with ad sets that are to begin; those that have figures stay as they are. */
  public AccountHistory with(Collection<Fresh> fresh) {
    if (fresh.isEmpty()) {
      return this;
    }
    List<AdSet> all = new ArrayList<>(adSets);
    Set<Name> known = new HashSet<>();
    adSets.forEach(s -> known.add(new Name(s.campaign(), s.adSet())));
    for (Fresh f : fresh) {
      if (known.add(new Name(f.campaign(), f.adSet()))) {
        all.add(new AdSet(f.campaign(), f.adSet(), f.segment(), 0, List.of(), List.of()));
      }
    }
    return new AccountHistory(account, currency, lastDay, sorted(all), reporting);
  }

  private static List<AdSet> sorted(List<AdSet> adSets) {
    return adSets.stream()
        .sorted(Comparator.comparing(AdSet::campaign).thenComparing(AdSet::adSet))
        .toList();
  }

  private static void checkTotal(String account, String figure, double micros) {
    if (micros > MOST_MICROS) {
      throw new UnplannableException(
          "account",
          "The figures of %s hold a %s of more than a million million together, so some of them must be wrong: send those rows again with the right figures."
              .formatted(account, figure));
    }
  }

  /** What the account spends a day at present. */
  public long todayMicros() {
    return adSets.stream().mapToLong(AdSet::todayMicros).sum();
  }

  /**
   * The rows that count once.
   *
   * @param rows of one ad set and window, whole or broken down by ads and segments
   */
  public static List<AdPerformance> leastBrokenDown(List<AdPerformance> rows) {
    return CountedOnce.leastBrokenDown(rows);
  }

  private static DayFigures dayFigures(CountedOnce.Cell cell) {
    return new DayFigures(
        cell.start().toLocalDate(),
        cell.days(),
        cell.spendMicros(),
        cell.conversions(),
        cell.revenueMicros());
  }

  private static List<HourFigures> hours(List<CountedOnce.Cell> cells) {
    return cells.stream()
        .filter(CountedOnce.Cell::withinADay)
        .map(
            cell ->
                new HourFigures(
                    cell.start(),
                    cell.hours(),
                    cell.spendMicros(),
                    cell.conversions(),
                    cell.revenueMicros()))
        .toList();
  }

  private static void addDays(Set<LocalDate> seen, DayFigures figures) {
    // More than the split needs is not looked at: a year in one row would be a year of dates
    for (int i = Math.max(0, figures.days() - SPLIT_DAYS); i < figures.days(); i++) {
      seen.add(figures.day().plusDays(i));
    }
  }

  private static long today(List<DayFigures> days, Set<LocalDate> last) {
    double spend = 0;
    for (DayFigures figures : days) {
      LocalDate end = figures.day().plusDays(figures.days());
      long covered =
          last.stream().filter(day -> !day.isBefore(figures.day()) && day.isBefore(end)).count();
      spend += (double) figures.spendMicros() / figures.days() * covered;
    }
    return Math.round(spend / last.size());
  }

  private static Segment shared(List<AdPerformance> rows) {
    return rows.stream()
        .map(AdPerformance::segment)
        .reduce(
            (a, b) ->
                new Segment(
                    same(a.age(), b.age()),
                    same(a.gender(), b.gender()),
                    same(a.geo(), b.geo()),
                    same(a.interest(), b.interest()),
                    same(a.placement(), b.placement())))
        .orElse(Segment.NONE);
  }

  private static String same(String a, String b) {
    return a != null && a.equals(b) ? a : null;
  }
}
