package dev.bellwether.campaign.creative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ComparisonProperties {

  /** Some arms never ran, some days are empty, and numbers of all sizes occur. */
  @Property(tries = 60)
  void sharesAreSharesWhateverTheFigures(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 8) int arms,
      @ForAll @DoubleRange(min = 0, max = 1) double exploration) {
    var random = new SplittableRandom(seed);
    var comparison = Comparison.of(arms(arms, random), exploration, "clicks");
    double best = 0;
    double wanted = 0;
    double share = 0;
    double present = 0;
    for (var arm : comparison.arms()) {
      best += arm.best();
      wanted += arm.wantedShare();
      share += arm.share();
      present += arm.presentShare();
      assertTrue(arm.low() >= 0 && arm.low() <= arm.high(), arm::toString);
      assertTrue(arm.wantedShare() >= -1e-12 && arm.share() >= -1e-12, arm::toString);
    }
    assertEquals(1, best, 1e-9);
    assertEquals(1, wanted, 1e-9);
    assertEquals(1, share, 1e-9);
    assertEquals(1, present, 1e-9);
    assertTrue(comparison.arms().getFirst().wantedShare() >= 1 - exploration - 1e-9);
    assertTrue(comparison.regretOfStopping() >= 0);
    assertTrue(comparison.rollout().step() >= 0 && comparison.rollout().step() <= 1);
    assertEquals(comparison.rollout().safe(), comparison.rollout().step() == 1);
  }

  private static List<Arm> arms(int count, SplittableRandom random) {
    List<Arm> arms = new ArrayList<>();
    arms.add(Ads.drawn("first", 20, 40, 0.1, random));
    for (int i = 1; i < count; i++) {
      double spend = random.nextInt(4) == 0 ? 0 : Math.pow(10, random.nextInt(5) - 1);
      double rate = random.nextDouble() / Math.max(1, spend / 20);
      arms.add(Ads.drawn("arm-" + i, 1 + random.nextInt(30), spend, rate, random));
    }
    return arms;
  }
}
