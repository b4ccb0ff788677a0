package dev.bellwether.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.simulator.AdMarket;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanCheckTest {
  private static final AdMarket MARKET = AdMarket.of(5, LocalDate.parse("2026-03-15"));

  @Test
  void aPlanThatMovesNothingGainsNothing() {
    PlanCheck check = PlanCheck.of(plan(MARKET.today()), MARKET);
    assertEquals(0, check.trueGain(), 1e-9);
    assertEquals(check.budgetMicros(), check.plannedSumMicros());
    assertEquals(24, check.moves().size());
  }

  @Test
  void todaysSplitIsStretchedToThePlansBudget() {
    Map<String, Long> doubled = new LinkedHashMap<>(MARKET.today());
    doubled.replaceAll((name, micros) -> 2 * micros);
    assertEquals(0, PlanCheck.of(plan(doubled), MARKET).trueGain(), 1e-9);
  }

  @Test
  void theLargestMoveComesFirst() {
    Map<String, Long> planned = new LinkedHashMap<>(MARKET.today());
    List<String> names = new ArrayList<>(planned.keySet());
    planned.merge(names.get(4), -7_000_000L, Long::sum);
    planned.merge(names.get(9), 5_000_000L, Long::sum);
    planned.merge(names.get(2), 2_000_000L, Long::sum);
    PlanCheck check = PlanCheck.of(plan(planned), MARKET);
    assertEquals(names.get(4), check.moves().get(0).adSet());
    assertEquals(-7_000_000, check.moves().get(0).change());
    assertEquals(names.get(9), check.moves().get(1).adSet());
    assertTrue(check.trueGain() != 0);
  }

  private static JsonNode plan(Map<String, Long> planned) {
    List<Map<String, Object>> lines = new ArrayList<>();
    planned.forEach(
        (name, micros) ->
            lines.add(
                Map.of(
                    "adSet",
                    name,
                    "todayMicros",
                    MARKET.today().get(name),
                    "plannedMicros",
                    micros)));
    Map<String, Double> range = Map.of("low", 1.0, "mean", 2.0, "high", 3.0);
    long budget = planned.values().stream().mapToLong(Long::longValue).sum();
    return new ObjectMapper()
        .valueToTree(
            Map.of(
                "id",
                "p",
                "budgetMicros",
                budget,
                "expected",
                range,
                "expectedToday",
                range,
                "lines",
                lines));
  }
}
