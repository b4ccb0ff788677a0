package dev.bellwether.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.simulator.AdMarket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A budget plan beside today's split of the same budget, and what both are truly worth.
 *
 * @param plannedSumMicros what the lines add up to
 * @param expectedPlan conversions a day as the optimizer expects them of the plan
 * @param trueReturnPlan conversions a day on the simulator's curves
 * @param moves the largest change first
 */
record PlanCheck(
    String id,
    long budgetMicros,
    long plannedSumMicros,
    Expected expectedPlan,
    Expected expectedToday,
    double trueReturnPlan,
    double trueReturnToday,
    List<Move> moves) {

  /** An estimate with its 0.9 interval. */
  record Expected(double low, double mean, double high) {
    static Expected of(JsonNode range) {
      return new Expected(
          range.path("low").asDouble(),
          range.path("mean").asDouble(),
          range.path("high").asDouble());
    }
  }

  /** What changes for an ad set, in micros a day. */
  record Move(String adSet, long todayMicros, long plannedMicros) {
    long change() {
      return plannedMicros - todayMicros;
    }
  }

  static PlanCheck of(JsonNode plan, AdMarket market) {
    List<Move> moves = new ArrayList<>();
    for (JsonNode line : plan.path("lines")) {
      moves.add(
          new Move(
              line.path("adSet").asText(),
              line.path("todayMicros").asLong(),
              line.path("plannedMicros").asLong()));
    }
    Map<String, Long> planned = new LinkedHashMap<>();
    Map<String, Long> today = new LinkedHashMap<>();
    long budget = plan.path("budgetMicros").asLong();
    double spentToday = moves.stream().mapToLong(Move::todayMicros).sum();
    for (Move move : moves) {
      planned.merge(move.adSet(), move.plannedMicros(), Long::sum);
      // A fair comparison spends the same: today's split, stretched to the plan's budget
      today.merge(
          move.adSet(),
          Math.round(move.todayMicros() * (spentToday == 0 ? 0 : budget / spentToday)),
          Long::sum);
    }
    moves.sort(Comparator.comparingLong((Move move) -> Math.abs(move.change())).reversed());
    return new PlanCheck(
        plan.path("id").asText(),
        budget,
        planned.values().stream().mapToLong(Long::longValue).sum(),
        Expected.of(plan.path("expected")),
        Expected.of(plan.path("expectedToday")),
        market.trueReturn(planned),
        market.trueReturn(today),
        List.copyOf(moves));
  }

  /** What the plan truly brings above today's split, as a share. */
  double trueGain() {
    return trueReturnPlan / trueReturnToday - 1;
  }
}
