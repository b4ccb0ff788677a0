package dev.bellwether.campaign.offpolicy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against known truth, over many logs. */
class EstimatorsTest {

  private static final int LOGS = 400;
  private static final int DECISIONS = 600;

  private final SimulatedLog simulated = SimulatedLog.usual();
  private final Policy best =
      Policy.of(new double[][] {{0.7, 0.1, 0.1, 0.1}, {0.1, 0.1, 0.7, 0.1}});

  /** Over the logs. */
  private record Scatter(double mean, double deviation, double covered) {}

  @Test
  void ipsAndDrAreUnbiasedSnipsNearlyAndDrScattersLeast() {
    double truth = simulated.value(best);
    Map<Estimator, Scatter> found = scatter(simulated, best);
    double error = 4 / Math.sqrt(LOGS);
    for (Estimator unbiased : List.of(Estimator.IPS, Estimator.DR)) {
      Scatter scatter = found.get(unbiased);
      assertEquals(truth, scatter.mean(), error * scatter.deviation(), unbiased::name);
    }
    assertEquals(truth, found.get(Estimator.SNIPS).mean(), 0.01 * truth);
    assertTrue(found.get(Estimator.DR).deviation() < found.get(Estimator.SNIPS).deviation());
    assertTrue(found.get(Estimator.SNIPS).deviation() < found.get(Estimator.IPS).deviation());
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    Map<Estimator, Scatter> found = scatter(simulated, best);
    for (Estimator estimator : List.of(Estimator.IPS, Estimator.SNIPS, Estimator.DR)) {
      double covered = found.get(estimator).covered();
      // Four standard errors of 400 trials at 95 %
      assertTrue(covered > 0.906 && covered < 0.994, () -> estimator + " covers " + covered);
    }
  }

  /** One click in two hundred: the plain normal interval holds the truth nine times in ten. */
  @Test
  void rareRewardsSkewTheIntervalSoThatItStillHoldsTheTruth() {
    var rare =
        new SimulatedLog(
            new double[][] {{0.004, 0.005, 0.006, 0.005}}, Policy.everywhere(0.55, 0.3, 0.1, 0.05));
    Policy other = Policy.everywhere(0.1, 0.1, 0.4, 0.4);
    double truth = rare.value(other);
    double covered = 0;
    double normal = 0;
    for (int i = 0; i < LOGS; i++) {
      var value = Evaluation.of(rare.draw(5_000, 7_000 + i), other).values().get(Estimator.IPS);
      covered += value.low() <= truth && truth <= value.high() ? 1.0 / LOGS : 0;
      normal +=
          Math.abs(value.value() - truth) <= 1.959964 * value.standardError() ? 1.0 / LOGS : 0;
    }
    assertTrue(covered > normal, "skewness was not removed");
    assertTrue(covered > 0.92, "covers " + covered);
  }

  @Test
  void theBernsteinBoundHoldsNearlyAlwaysAndIsLower() {
    double truth = simulated.value(best);
    int above = 0;
    for (int i = 0; i < LOGS; i++) {
      Evaluation evaluation = Evaluation.of(simulated.draw(DECISIONS, i), best);
      above += evaluation.leastIps() > truth ? 1 : 0;
      assertTrue(evaluation.leastIps() < evaluation.values().get(Estimator.IPS).bound(-1.644854));
    }
    assertTrue(above <= 0.05 * LOGS, above + " of " + LOGS);
  }

  @Test
  void aPolicyThatLosesMoreThanTheMarginPassesTheGuardHardlyEver() {
    // The logging policy's value is 0.50; this one's lies 6 % lower, the margin is 5 %
    Policy worse = Policy.of(new double[][] {{0.2, 0.3, 0.4, 0.1}, {0.2, 0.2, 0.2, 0.4}});
    double loss = 1 - simulated.value(worse) / simulated.value(simulated.logging());
    assertTrue(loss > Guard.STANDARD.margin() && loss < 0.2, () -> "loses " + loss);
    int passed = 0;
    for (int i = 0; i < LOGS; i++) {
      var evaluation = Evaluation.of(simulated.draw(2_000, 500 + i), worse);
      passed += Guard.STANDARD.judge(evaluation).safe() ? 1 : 0;
    }
    // 5 % and four standard errors of 400 trials
    assertTrue(passed <= 0.094 * LOGS, passed + " of " + LOGS);
  }

  @Test
  void aPolicyThatGainsMuchPassesTheGuardNearlyAlways() {
    int passed = 0;
    for (int i = 0; i < 50; i++) {
      var evaluation = Evaluation.of(simulated.draw(2_000, 900 + i), best);
      passed += Guard.STANDARD.judge(evaluation).safe() ? 1 : 0;
    }
    assertTrue(passed >= 48, passed + " of 50");
  }

  private static Map<Estimator, Scatter> scatter(SimulatedLog simulated, Policy policy) {
    double truth = simulated.value(policy);
    Map<Estimator, List<ValueEstimate>> found = new EnumMap<>(Estimator.class);
    for (int i = 0; i < LOGS; i++) {
      Evaluation.of(simulated.draw(DECISIONS, i), policy)
          .values()
          .forEach(
              (estimator, value) ->
                  found.computeIfAbsent(estimator, e -> new ArrayList<>()).add(value));
    }
    Map<Estimator, Scatter> scatter = new EnumMap<>(Estimator.class);
    found.forEach(
        (estimator, values) -> {
          double mean = values.stream().mapToDouble(ValueEstimate::value).average().orElseThrow();
          double squares = values.stream().mapToDouble(v -> Math.pow(v.value() - mean, 2)).sum();
          double covered =
              values.stream().filter(v -> v.low() <= truth && truth <= v.high()).count();
          scatter.put(
              estimator, new Scatter(mean, Math.sqrt(squares / (LOGS - 1)), covered / LOGS));
        });
    return scatter;
  }
}
