package dev.bellwether.trend.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Terms that stand out in the same posts are one topic. */
public final class Clusters {

  /** Two terms belong together when so much of the rarer one's posts hold the other as well. */
  static final double TOGETHER = 0.3;

  /** Strongest alerts looked at; more than these say nothing new. */
  private static final int MOST_ALERTS = 60;

  private Clusters() {}

  /**
   * Single-link clusters by overlap of the posts; the strongest cluster first, in each the
   * strongest alert first.
   */
  public static List<List<Alert>> of(List<Alert> alerts) {
    var clusters = new ArrayList<List<Alert>>();
    alerts.stream()
        .sorted(Comparator.comparingDouble(Alert::evidence).reversed().thenComparing(Alert::term))
        .limit(MOST_ALERTS)
        .forEach(alert -> join(alert, clusters));
    return clusters.stream().map(List::copyOf).toList();
  }

  private static void join(Alert alert, List<List<Alert>> clusters) {
    var near =
        clusters.stream()
            .filter(cluster -> cluster.stream().anyMatch(other -> together(alert, other)))
            .toList();
    if (near.isEmpty()) {
      clusters.add(new ArrayList<>(List.of(alert)));
      return;
    }
    var first = near.getFirst();
    near.stream()
        .skip(1)
        .forEach(
            other -> {
              first.addAll(other);
              clusters.removeIf(cluster -> cluster == other);
            });
    first.add(alert);
    first.sort(Comparator.comparingDouble(Alert::evidence).reversed().thenComparing(Alert::term));
  }

  private static boolean together(Alert one, Alert other) {
    return one.lastHour().posts().overlap(other.lastHour().posts()) >= TOGETHER;
  }
}
