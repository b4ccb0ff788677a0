package dev.bellwether.campaign.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class ResponseLearnerTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

  @Test
  void aShiftOfTheMarketIsFollowedWithinAFortnight() {
    ResponseLearner learner = known(30, 40);
    for (int day = 30; day < 44; day++) {
      put(learner, day, 50, 80);
    }
    double after = learner.model().adSets().get("a").at(50);
    assertEquals(80, after, 12, "a fortnight after its return had doubled");
  }

  @Test
  void aDayThatIsRestatedReplacesWhatWasKnown() {
    ResponseLearner learner = known(10, 40);
    learner.completeness(new Completeness(new double[] {0.5, 0.8, 1}));
    put(learner, 10, 50, 20);
    double before = learner.model().adSets().get("a").at(50);
    assertTrue(put(learner, 10, 50, 35), "the day is still open");
    double after = learner.model().adSets().get("a").at(50);
    assertTrue(after > before, before + " then " + after);
    for (int day = 11; day < 15; day++) {
      put(learner, day, 50, 20);
    }
    assertFalse(put(learner, 10, 50, 40), "the day has been taken in for good");
  }

  @Test
  void conversionsThatAreStillToComeAreNotTakenForABadDay() {
    ResponseLearner learner = known(20, 40);
    learner.completeness(new Completeness(new double[] {0.4, 0.7, 0.9, 1}));
    put(learner, 20, 50, 16);
    double corrected = learner.model().adSets().get("a").at(50);
    ResponseLearner blind = known(20, 40);
    put(blind, 20, 50, 16);
    double misled = blind.model().adSets().get("a").at(50);
    assertEquals(40, corrected, 2);
    assertTrue(misled < corrected - 1, "who knows nothing of delays believes " + misled);
  }

  @Test
  void aThresholdIsFoundWhereSpendsVaryAcrossIt() {
    DoubleUnaryOperator threshold = x -> 60 * Math.pow(x / 60, 3) / (1 + Math.pow(x / 60, 3));
    ResponseModel model = ResponseModel.fit(List.of(seen(threshold, 60, 0, 7)), 1);
    PosteriorCurve curve = model.adSets().get("a");
    assertTrue(curve.inflection() > 0, "it is planned on as S-shaped");
    assertEquals(threshold.applyAsDouble(60), curve.at(60), 6);
    assertTrue(curve.at(15) < 6, "little below the threshold: " + curve.at(15));
  }

  @Test
  void aConcaveCurveIsNotTakenForAnSShape() {
    int sShaped = 0;
    for (long seed = 1; seed <= 10; seed++) {
      ResponseModel model =
          ResponseModel.fit(List.of(seen(x -> 60 * x / (x + 50), 60, 0, seed)), 1);
      sShaped += model.adSets().get("a").inflection() > 0 ? 1 : 0;
    }
    assertTrue(sShaped <= 2, sShaped + " of 10");
  }

  @Test
  void carryOverIsFoundWhereSpendsVaryAndNotBelievedWhereThereIsNone() {
    DoubleUnaryOperator curve = x -> 200 * x / (x + 100);
    assertEquals(0.6, ResponseModel.fit(several(curve, 0.6), 1).carryOver(), 0.21);
    assertEquals(0, ResponseModel.fit(several(curve, 0), 1).carryOver());
  }

  @Test
  void amountsThatScatterByTheOrderAreNotTakenForCounts() {
    int held = 0;
    for (long seed = 1; seed <= 40; seed++) {
      var noise = new RandomDataGenerator(seed);
      List<Observation> seen = new ArrayList<>();
      for (int day = 0; day < 28; day++) {
        // 10 orders a day of 40 on average
        double amount = 40 * noise.nextPoisson(10) * Math.exp(0.2 * noise.nextNormal(0, 1));
        seen.add(new Observation(FIRST.plusDays(day), 1, 45 + day % 10, amount));
      }
      ResponseModel model =
          ResponseModel.fit(List.of(new AdSetHistory("a", "c", "s", List.of(), seen)), 0.01);
      Estimate estimate = model.adSets().get("a").estimate(49.5);
      double truth = 400 * Math.exp(0.02);
      held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
      assertTrue(model.dispersion() > 15 && model.dispersion() < 150, "" + model.dispersion());
    }
    assertTrue(held >= 32, "the 90 % interval held " + held + " of 40");
  }

  @Test
  void growthOfEachAgeMakesTheShareThatIsKnown() {
    var completeness = Completeness.of(new double[] {1, 2, 1.25, 1});
    assertEquals(0.4, completeness.at(0), 1e-12);
    assertEquals(0.8, completeness.at(1), 1e-12);
    assertEquals(1, completeness.at(2), 1e-12);
    assertEquals(1, completeness.at(400), 1e-12);
  }

  private static List<AdSetHistory> several(DoubleUnaryOperator curve, double carryOver) {
    List<AdSetHistory> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      AdSetHistory one = seen(curve, 60, carryOver, 40 + i);
      all.add(new AdSetHistory("set-" + i, "c", "s", List.of(), one.observations()));
    }
    return all;
  }

  private static AdSetHistory seen(
      DoubleUnaryOperator curve, int days, double carryOver, long seed) {
    var random = new SplittableRandom(seed);
    var noise = new RandomDataGenerator(seed);
    List<Observation> seen = new ArrayList<>();
    double stock = Double.NaN;
    for (int day = 0; day < days; day++) {
      double spend = 10 + 130 * random.nextDouble();
      stock = Double.isNaN(stock) ? spend : (1 - carryOver) * spend + carryOver * stock;
      seen.add(
          new Observation(
              FIRST.plusDays(day), 1, spend, noise.nextPoisson(curve.applyAsDouble(stock))));
    }
    return new AdSetHistory("a", "c", "s", List.of(), seen);
  }

  private static ResponseLearner known(int days, double outcome) {
    var learner = new ResponseLearner(1, 0);
    learner.add(new AdSetHistory("a", "c", "s", List.of(), List.of()), 50);
    for (int day = 0; day < days; day++) {
      put(learner, day, 50, outcome);
    }
    return learner;
  }

  private static boolean put(ResponseLearner learner, int day, double spend, double outcome) {
    boolean open = learner.put("a", new Observation(FIRST.plusDays(day), 1, spend, outcome));
    learner.update();
    return open;
  }
}
