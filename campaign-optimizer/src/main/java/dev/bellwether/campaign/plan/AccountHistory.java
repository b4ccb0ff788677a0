package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import dev.bellwether.contracts.kafka.RecordKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
 */
public record AccountHistory(
    String account, String currency, LocalDate lastDay, List<AdSet> adSets) {

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
   * @param days its figures, in order of time
   */
  public record AdSet(
      String campaign, String adSet, Segment segment, long todayMicros, List<DayFigures> days) {

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

  private record Name(String campaign, String adSet) {}

  private record Window(LocalDate day, int days) {

    static Window of(AdPerformance row) {
      LocalDate first = row.window().start().toLocalDate();
      // The end is exclusive: an hour that ends at midnight belongs to the day before
      LocalDate last = row.window().end().minusNanos(1).toLocalDate();
      return new Window(first, Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1);
    }
  }

  /**
   * Reads an account's rows. Where a platform reports an ad set both whole and broken down, only
   * the whole is counted.
   *
   * @param rows one or more, of one account
   * @throws UnplannableException where the rows hold several currencies, or sums that cannot be
   *     true
   */
  public static AccountHistory of(String account, List<AdPerformance> rows) {
    checkTotal(account, "spend", rows.stream().mapToDouble(AdPerformance::spendMicros).sum());
    checkTotal(
        account,
        "revenue",
        rows.stream().mapToDouble(r -> r.revenueMicros() == null ? 0 : r.revenueMicros()).sum());
    Set<String> currencies =
        rows.stream().map(AdPerformance::currency).collect(Collectors.toCollection(TreeSet::new));
    if (currencies.size() > 1) {
      throw new UnplannableException(
          "account",
          "The figures of "
              + account
              + " are in several currencies ("
              + String.join(", ", currencies)
              + "). A plan has one: send them as one account for each currency.");
    }
    Map<Name, List<AdPerformance>> byName =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Name(row.campaign(), row.adSet()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<Name, List<DayFigures>> figures = new LinkedHashMap<>();
    byName.forEach((name, own) -> figures.put(name, days(own)));
    TreeSet<LocalDate> seen = new TreeSet<>();
    figures.values().forEach(days -> days.forEach(day -> addDays(seen, day)));
    Set<LocalDate> last = new TreeSet<>(seen.descendingSet().stream().limit(SPLIT_DAYS).toList());
    List<AdSet> adSets = new ArrayList<>();
    figures.forEach(
        (name, days) ->
            adSets.add(
                new AdSet(
                    name.campaign(),
                    name.adSet(),
                    shared(byName.get(name)),
                    today(days, last),
                    days)));
    adSets.sort(Comparator.comparing(AdSet::campaign).thenComparing(AdSet::adSet));
    return new AccountHistory(
        account, currencies.iterator().next(), seen.last(), List.copyOf(adSets));
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

  private static List<DayFigures> days(List<AdPerformance> rows) {
    Map<Window, List<AdPerformance>> byWindow =
        rows.stream().collect(Collectors.groupingBy(Window::of));
    return byWindow.entrySet().stream()
        .map(entry -> summed(entry.getKey(), leastBrokenDown(entry.getValue())))
        .sorted(Comparator.comparing(DayFigures::day).thenComparing(DayFigures::days))
        .toList();
  }

  /**
   * The rows that count once.
   *
   * @param rows of one ad set and window, whole or broken down by ads and segments
   */
  public static List<AdPerformance> leastBrokenDown(List<AdPerformance> rows) {
    List<AdPerformance> withoutAds = rows.stream().filter(row -> row.ad() == null).toList();
    List<AdPerformance> adSets = withoutAds.isEmpty() ? rows : withoutAds;
    List<AdPerformance> whole =
        adSets.stream().filter(row -> row.segment().equals(Segment.NONE)).toList();
    return whole.isEmpty() ? adSets : whole;
  }

  private static DayFigures summed(Window window, List<AdPerformance> rows) {
    long spend = 0;
    double conversions = 0;
    Long revenue = null;
    for (AdPerformance row : rows) {
      spend += row.spendMicros();
      conversions += row.conversions();
      if (row.revenueMicros() != null) {
        revenue = (revenue == null ? 0 : revenue) + row.revenueMicros();
      }
    }
    return new DayFigures(window.day(), window.days(), spend, conversions, revenue);
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
