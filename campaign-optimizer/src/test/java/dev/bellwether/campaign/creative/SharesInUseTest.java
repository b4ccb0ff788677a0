package dev.bellwether.campaign.creative;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Shares followed day by day on ads with known rates. */
class SharesInUseTest {

  private static final int SEEDS = 12;
  private static final int DAYS = 20;
  private static final int ADS = 3;
  private static final double BUDGET = 200;

  @Test
  void whoFollowsTheSharesGetsMoreThanByTheEqualSplit() {
    double followed = 0;
    double equal = 0;
    double best = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new SplittableRandom(300 + seed);
      double[] rates = new double[ADS];
      Arrays.setAll(rates, i -> 0.1 * Math.exp(0.3 * random.nextGaussian()));
      followed += followed(rates, random);
      equal += Arrays.stream(rates).average().orElseThrow();
      best += Arrays.stream(rates).max().orElseThrow();
    }
    double share = followed / best;
    double equalShare = equal / best;
    assertTrue(
        // Half of what knowing the best from the first day on would gain
        share > (1 + equalShare) / 2, () -> share + " of the best, equally " + equalShare);
  }

  /** Mean rate over the days. */
  private static double followed(double[] rates, SplittableRandom random) {
    List<List<Arm.Day>> figures = new ArrayList<>();
    double[] shares = new double[ADS];
    for (int i = 0; i < ADS; i++) {
      figures.add(new ArrayList<>());
      shares[i] = 1.0 / ADS;
    }
    double brought = 0;
    for (int day = 0; day < DAYS; day++) {
      List<Arm> arms = new ArrayList<>();
      for (int i = 0; i < ADS; i++) {
        double spend = BUDGET * shares[i];
        brought += shares[i] * rates[i] / DAYS;
        figures
            .get(i)
            .add(
                new Arm.Day(Ads.FIRST.plusDays(day), spend, Ads.poisson(spend * rates[i], random)));
        arms.add(new Arm(Integer.toString(i), figures.get(i)));
      }
      for (var arm : Comparison.of(arms, 0.3, "conversions").arms()) {
        shares[Integer.parseInt(arm.arm())] = arm.share();
      }
    }
    return brought;
  }
}
