package dev.bellwether.campaign.measure.market;

import dev.bellwether.campaign.learning.ExplorationSettings;
import dev.bellwether.campaign.learning.ExploringSplit;
import dev.bellwether.campaign.response.AdSetHistory;
import dev.bellwether.campaign.response.Completeness;
import dev.bellwether.campaign.response.Observation;
import dev.bellwether.campaign.response.PosteriorCurve;
import dev.bellwether.campaign.response.ResponseLearner;
import dev.bellwether.campaign.response.ResponseModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ours, as it ships: the response model, and splits that explore it. */
final class LearningPolicy implements SpendPolicy {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private final Market market;
  private final double exploration;
  private final ResponseLearner learner = new ResponseLearner(1, 0);
  private final ExploringSplit exploring;
  private final Reports reports;
  private ResponseModel model;

  /**
   * @param exploration the most that may be spent to learn, as a share of the budget
   */
  LearningPolicy(Market market, double exploration, long seed) {
    this.market = market;
    this.exploration = exploration;
    exploring = new ExploringSplit(ExplorationSettings.STANDARD, seed);
    reports = new Reports(market);
    for (int i = 0; i < market.size(); i++) {
      Market.Arm arm = market.arms().get(i);
      learner.add(
          new AdSetHistory(id(i), arm.campaign(), arm.segment(), List.of(), List.of()),
          market.budget() / market.size());
    }
  }

  private static String id(int arm) {
    return "arm-" + arm;
  }

  @Override
  public double[] spends(int day) {
    if (model == null) {
      double[] equal = new double[market.size()];
      Arrays.fill(equal, market.budget() / equal.length);
      return equal;
    }
    List<ExploringSplit.Arm> arms = new ArrayList<>();
    List<PosteriorCurve> curves = new ArrayList<>();
    for (int i = 0; i < market.size(); i++) {
      double weekday = model.adSetWeekdays().get(id(i)).on(MONDAY.plusDays(day));
      PosteriorCurve curve = model.adSets().get(id(i)).times(weekday);
      curves.add(curve);
      arms.add(new ExploringSplit.Arm(curve, day));
    }
    double[] best = Best.split(curves, market);
    double[] floors =
        exploring.floors(
            arms, best, exploration * market.budget(), drawn -> Best.split(drawn, market));
    return Best.split(curves, market, floors);
  }

  @Override
  public void observe(DayReport report) {
    reports.add(report);
    learner.completeness(Completeness.of(reports.growth()));
    for (int day = reports.firstOpen(); day <= report.day(); day++) {
      for (int i = 0; i < market.size(); i++) {
        learner.put(
            id(i),
            new Observation(
                MONDAY.plusDays(day), 1, reports.spend(day, i), reports.conversions(day, i)));
      }
    }
    learner.update();
    model = learner.model();
  }
}
