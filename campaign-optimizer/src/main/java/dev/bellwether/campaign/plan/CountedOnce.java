package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.Segment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An ad set's rows, each moment counted once. Platforms report the same spend whole and broken down
 * (by ad, by segment), and by the hour, the day and the month.
 */
final class CountedOnce {

  /** No more days of one row are looked at: a century in one row would be a century of dates. */
  private static final int MOST_DAYS = 400;

  private CountedOnce() {}

  /** What was spent and brought in one window of local time, the end exclusive. */
  record Cell(
      LocalDateTime start,
      LocalDateTime end,
      long spendMicros,
      double conversions,
      Long revenueMicros) {

    boolean withinADay() {
      return !isWholeDays() && start.toLocalDate().equals(end.minusNanos(1).toLocalDate());
    }

    /** An hour that ends at midnight belongs to the day before. */
    int days() {
      LocalDate last = end.minusNanos(1).toLocalDate();
      return Math.toIntExact(last.toEpochDay() - start.toLocalDate().toEpochDay()) + 1;
    }

    double hours() {
      return Duration.between(start, end).toMinutes() / 60.0;
    }

    private boolean isWholeDays() {
      return start.toLocalTime().equals(LocalTime.MIDNIGHT)
          && end.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private boolean holds(Cell other) {
      return !other.start.isBefore(start) && !other.end.isAfter(end);
    }
  }

  private record Window(LocalDateTime start, LocalDateTime end) {}

  /** Each window once, whole where it is reported whole. */
  static List<Cell> cells(Collection<AdPerformance> rows) {
    Map<Window, List<AdPerformance>> byWindow =
        rows.stream()
            .collect(
                Collectors.groupingBy(row -> new Window(row.window().start(), row.window().end())));
    return byWindow.entrySet().stream()
        .map(
            e ->
                summed(
                    e.getKey(),
                    leastBrokenDown(e.getValue()).stream().map(CountedOnce::cell).toList()))
        .sorted(Comparator.comparing(Cell::start).thenComparing(Cell::end))
        .toList();
  }

  /**
   * Whole days out of the cells: a day's own row counts before its hours, days count before a month
   * that they cover, a month before a few of its days.
   */
  static List<Cell> days(List<Cell> cells) {
    Map<LocalDate, List<Cell>> byDay = new TreeMap<>();
    List<Cell> longer = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.days() == 1) {
        byDay.computeIfAbsent(cell.start().toLocalDate(), _ -> new ArrayList<>()).add(cell);
      } else {
        longer.add(cell);
      }
    }
    longer.sort(Comparator.comparingInt(Cell::days));
    List<Cell> counted = new ArrayList<>();
    Map<LocalDate, Integer> covered = new TreeMap<>();
    for (LocalDate day : byDay.keySet()) {
      covered.put(day, 1);
    }
    for (Cell wide : longer) {
      if (!isCovered(wide, covered)) {
        counted.removeIf(wide::holds);
        for (LocalDate day : lastDays(wide)) {
          covered.put(day, wide.days());
        }
        counted.add(wide);
      }
    }
    byDay.forEach(
        (day, own) -> {
          if (covered.get(day) == 1) {
            counted.add(whole(day, own));
          }
        });
    counted.sort(Comparator.comparing(Cell::start).thenComparing(Cell::end));
    return counted;
  }

  private static boolean isCovered(Cell wide, Map<LocalDate, Integer> covered) {
    return covered.keySet().containsAll(lastDays(wide));
  }

  private static List<LocalDate> lastDays(Cell wide) {
    LocalDate first = wide.start().toLocalDate();
    LocalDate end = first.plusDays(wide.days());
    LocalDate from = wide.days() > MOST_DAYS ? end.minusDays(MOST_DAYS) : first;
    return from.datesUntil(end).toList();
  }

  /** The day's own cell, or the sum of the widest of its hours that do not lie in one another. */
  private static Cell whole(LocalDate day, List<Cell> own) {
    List<Cell> widest = new ArrayList<>();
    own.stream()
        .sorted(Comparator.comparingDouble(Cell::hours).reversed())
        .filter(cell -> widest.stream().noneMatch(kept -> kept.holds(cell)))
        .forEach(widest::add);
    return summed(new Window(day.atStartOfDay(), day.plusDays(1).atStartOfDay()), widest);
  }

  /**
   * The rows that count once.
   *
   * @param rows of one ad set and window, whole or broken down by ads and segments
   */
  static List<AdPerformance> leastBrokenDown(List<AdPerformance> rows) {
    List<AdPerformance> withoutAds = rows.stream().filter(row -> row.ad() == null).toList();
    List<AdPerformance> adSets = withoutAds.isEmpty() ? rows : withoutAds;
    List<AdPerformance> whole =
        adSets.stream().filter(row -> row.segment().equals(Segment.NONE)).toList();
    return whole.isEmpty() ? adSets : whole;
  }

  private static Cell cell(AdPerformance row) {
    return new Cell(
        row.window().start(),
        row.window().end(),
        row.spendMicros(),
        row.conversions(),
        row.revenueMicros());
  }

  private static Cell summed(Window window, List<Cell> cells) {
    long spend = 0;
    double conversions = 0;
    Long revenue = null;
    for (Cell cell : cells) {
      spend += cell.spendMicros();
      conversions += cell.conversions();
      if (cell.revenueMicros() != null) {
        revenue = (revenue == null ? 0 : revenue) + cell.revenueMicros();
      }
    }
    return new Cell(window.start(), window.end(), spend, conversions, revenue);
  }
}
