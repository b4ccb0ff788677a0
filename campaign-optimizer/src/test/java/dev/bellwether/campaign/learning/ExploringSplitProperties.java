package dev.bellwether.campaign.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.campaign.response.AdSetHistory;
import dev.bellwether.campaign.response.Curve;
import dev.bellwether.campaign.response.Observation;
import dev.bellwether.campaign.response.ResponseModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ExploringSplitProperties {

  private static final double BUDGET = 300;

  @Property(tries = 60)
  void noMoreThanTheCapIsMoved(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @DoubleRange(min = 0, max = 1) double share,
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    List<ExploringSplit.Arm> arms = arms(size);
    double[] best = even(size);
    double[] floors =
        new ExploringSplit(ExplorationSettings.STANDARD, seed)
            .floors(arms, best, share * BUDGET, ExploringSplitProperties::mostToTheBest);
    double moved = 0;
    for (int i = 0; i < size; i++) {
      assertTrue(floors[i] == 0 || floors[i] >= best[i]);
      moved += Math.max(0, floors[i] - best[i]);
    }
    assertTrue(moved <= share * BUDGET + 1e-6);
    assertTrue(Arrays.stream(floors).sum() <= BUDGET + 1e-6, "the budget allows all floors");
  }

  @Property(tries = 20)
  void theSameSeedDrawsTheSame(@ForAll @LongRange(min = 0, max = 1000) long seed) {
    double[] one = floors(seed);
    assertArrayEquals(one, floors(seed));
  }

  private static double[] floors(long seed) {
    return new ExploringSplit(ExplorationSettings.STANDARD, seed)
        .floors(arms(6), even(6), 100, ExploringSplitProperties::mostToTheBest);
  }

  private static double[] even(int size) {
    double[] spends = new double[size];
    Arrays.fill(spends, BUDGET / size);
    return spends;
  }

  private static double[] mostToTheBest(List<? extends Curve> curves) {
    double[] weights = curves.stream().mapToDouble(c -> c.slope(10) + 1e-9).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum * BUDGET).toArray();
  }

  private static List<ExploringSplit.Arm> arms(int size) {
    List<AdSetHistory> histories = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      List<Observation> seen = new ArrayList<>();
      for (int day = 0; day < 5; day++) {
        seen.add(new Observation(LocalDate.of(2026, 3, 2).plusDays(day), 1, 20 + i, 3 + i % 4));
      }
      histories.add(new AdSetHistory("set-" + i, "c", "s", List.of(), seen));
    }
    return ResponseModel.fit(histories, 1).adSets().values().stream()
        .map(curve -> new ExploringSplit.Arm(curve, 5))
        .toList();
  }
}
