package dev.bellwether.campaign.offpolicy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class EvaluationProperties {

  private final SimulatedLog simulated = SimulatedLog.usual();

  @Property(tries = 50)
  void theLoggingPolicyItselfIsWorthWhatItBrought(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 300) int decisions) {
    var evaluation = Evaluation.of(simulated.draw(decisions, seed), simulated.logging());
    double logged = evaluation.logged().value();
    assertEquals(logged, evaluation.values().get(Estimator.IPS).value(), 1e-12);
    assertEquals(logged, evaluation.values().get(Estimator.SNIPS).value(), 1e-12);
    assertEquals(0, evaluation.gains().get(Estimator.IPS).standardError(), 1e-12);
    assertEquals(decisions, evaluation.diagnostics().effectiveDecisions(), 1e-6);
    assertEquals(1, evaluation.diagnostics().meanWeight(), 1e-12);
  }

  @Property(tries = 50)
  void snipsLiesWithinTheRewardsAndRiseWithThem(
      @ForAll long seed, @ForAll @DoubleRange(min = -50, max = 50) double shift) {
    List<LoggedAction> log = simulated.draw(200, seed);
    List<LoggedAction> shifted = new ArrayList<>();
    for (var e : log) {
      shifted.add(
          new LoggedAction(
              e.unit(), e.context(), e.action(), e.propensity(), e.reward() + shift, e.times()));
    }
    var uniform = Policy.uniform(2, 4);
    double value = Evaluation.of(log, uniform).values().get(Estimator.SNIPS).value();
    assertTrue(value >= 0 && value <= 1);
    assertEquals(
        value + shift, Evaluation.of(shifted, uniform).values().get(Estimator.SNIPS).value(), 1e-9);
  }

  @Property(tries = 30)
  void decisionsAlikeMayBeToldAsOne(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int times) {
    List<LoggedAction> log = simulated.draw(100, seed);
    List<LoggedAction> together = new ArrayList<>();
    List<LoggedAction> apart = new ArrayList<>();
    for (var e : log) {
      together.add(
          new LoggedAction(e.unit(), e.context(), e.action(), e.propensity(), e.reward(), times));
      for (int i = 0; i < times; i++) {
        apart.add(e);
      }
    }
    var uniform = Policy.uniform(2, 4);
    var one = Evaluation.of(together, uniform);
    var other = Evaluation.of(apart, uniform);
    for (Estimator estimator : Estimator.values()) {
      var a = one.values().get(estimator);
      var b = other.values().get(estimator);
      assertEquals(a.value(), b.value(), 1e-9, estimator::name);
      assertEquals(a.standardError(), b.standardError(), 1e-9, estimator::name);
    }
    assertEquals(
        one.diagnostics().effectiveRewards(), other.diagnostics().effectiveRewards(), 1e-6);
  }

  @Property
  void boundsRiseWithWhatTheyShallHoldAndStraddleTheValue(
      @ForAll @DoubleRange(min = -0.9, max = 0.9) double skewness,
      @ForAll @DoubleRange(min = -2.5, max = 2.4) double z) {
    var value = new ValueEstimate(10, 2, skewness);
    assertTrue(value.bound(z) < value.bound(z + 0.1));
    assertTrue(value.low() < 10 && value.high() > 10);
  }
}
