package dev.bellwether.local.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best split of a budget on curves that are known, to compare others with. */
final class Allocation {
  /**
   * How far ahead a step looks, in units of currency: further than one, as a curve may be S-shaped.
   */
  private static final int[] AHEAD = {1, 10, 40, 120};

  private Allocation() {}

  /**
   * Greedy: gives the next units of currency to the set that brings most for each of them.
   *
   * @param budget whole units of currency
   * @return spend a set in units of currency, in the order of the sets; adds up to the budget
   */
  static Map<String, Double> best(List<AdSet> sets, int budget) {
    double[] spend = new double[sets.size()];
    int left = budget;
    while (left > 0) {
      int chosen = 0;
      int step = 1;
      double most = -1;
      for (int i = 0; i < spend.length; i++) {
        ResponseCurve curve = sets.get(i).curve();
        for (int ahead : AHEAD) {
          double each =
              ahead > left
                  ? -1
                  : (curve.conversions(spend[i] + ahead) - curve.conversions(spend[i])) / ahead;
          if (each > most) {
            most = each;
            chosen = i;
            step = ahead;
          }
        }
      }
      spend[chosen] += step;
      left -= step;
    }
    Map<String, Double> split = new LinkedHashMap<>();
    for (int i = 0; i < spend.length; i++) {
      split.put(sets.get(i).name(), spend[i]);
    }
    return split;
  }

  /** Conversions of an average day at a split in units of currency. */
  static double conversions(List<AdSet> sets, Map<String, Double> split) {
    return sets.stream()
        .mapToDouble(set -> set.curve().conversions(split.getOrDefault(set.name(), 0.0)))
        .sum();
  }
}
