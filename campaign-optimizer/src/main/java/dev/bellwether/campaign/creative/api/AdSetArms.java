package dev.bellwether.campaign.creative.api;

import dev.bellwether.campaign.creative.Arm;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.ads.AdWindow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The arms of one ad set, from rows that a platform may report whole and broken down at once.
 *
 * @param totals impressions, clicks and conversions by arm
 */
record AdSetArms(String campaign, String adSet, List<Arm> arms, Map<String, Totals> totals) {

  private static final double MICROS = 1e6;

  record Totals(long spendMicros, long impressions, long clicks, double conversions) {

    static Totals of(List<AdPerformance> rows) {
      return new Totals(
          rows.stream().mapToLong(AdPerformance::spendMicros).sum(),
          rows.stream().mapToLong(AdPerformance::impressions).sum(),
          rows.stream().mapToLong(AdPerformance::clicks).sum(),
          rows.stream().mapToDouble(AdPerformance::conversions).sum());
    }
  }

  private record Name(String campaign, String adSet) {}

  /** By campaign and name; ad sets with no row that is broken down by this are left out. */
  static List<AdSetArms> of(List<AdPerformance> rows, Breakdown by, Metric metric) {
    Map<Name, List<AdPerformance>> byAdSet =
        rows.stream()
            .filter(row -> by.armOf(row) != null)
            .collect(Collectors.groupingBy(row -> new Name(row.campaign(), row.adSet())));
    return byAdSet.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue(), by, metric))
        .sorted(Comparator.comparing(AdSetArms::campaign).thenComparing(AdSetArms::adSet))
        .toList();
  }

  private static AdSetArms of(Name name, List<AdPerformance> rows, Breakdown by, Metric metric) {
    Map<AdWindow, List<AdPerformance>> windows =
        rows.stream().collect(Collectors.groupingBy(AdPerformance::window));
    Map<String, List<AdPerformance>> byArm =
        windows.values().stream()
            .flatMap(window -> once(window, by).stream())
            .collect(Collectors.groupingBy(by::armOf, TreeMap::new, Collectors.toList()));
    List<Arm> arms = new ArrayList<>();
    Map<String, Totals> totals = new TreeMap<>();
    byArm.forEach(
        (arm, own) -> {
          arms.add(new Arm(arm, days(own, metric)));
          totals.put(arm, Totals.of(own));
        });
    return new AdSetArms(name.campaign(), name.adSet(), List.copyOf(arms), totals);
  }

  /** Of the ways a window's rows are broken down besides, the one with the fewest parts. */
  private static List<AdPerformance> once(List<AdPerformance> window, Breakdown by) {
    int fewest =
        window.stream()
            .map(by::others)
            .min(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(o -> o))
            .orElseThrow();
    return window.stream().filter(row -> by.others(row) == fewest).toList();
  }

  /** A window of several days counts as its last. */
  private static List<Arm.Day> days(List<AdPerformance> rows, Metric metric) {
    Map<LocalDate, List<AdPerformance>> byDay =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.window().end().minusNanos(1).toLocalDate(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Arm.Day> days = new ArrayList<>();
    byDay.forEach(
        (day, own) ->
            days.add(
                new Arm.Day(
                    day,
                    own.stream().mapToDouble(AdPerformance::spendMicros).sum() / MICROS,
                    own.stream().mapToDouble(metric::of).sum())));
    return days;
  }
}
