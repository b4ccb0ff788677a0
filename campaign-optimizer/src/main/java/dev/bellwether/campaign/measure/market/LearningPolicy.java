package dev.bellwether.campaign.measure.market;

import dev.bellwether.campaign.response.Completeness;
import dev.bellwether.campaign.response.DrawnCurve;
import dev.bellwether.campaign.response.ResponseLearner;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** Ours. */
final class LearningPolicy implements SpendPolicy {
  private final Market market;
  private final ResponseLearner learner = new ResponseLearner(1);
  private final RandomDataGenerator random;
  private final int draws;
  private final double[][] spends;
  private final double[][] conversions;
  private final double[][] cumulative;
  private boolean known;

  LearningPolicy(Market market, int draws, long seed) {
    this.market = market;
    this.draws = draws;
    random = new RandomDataGenerator(seed);
    spends = new double[market.days()][];
    conversions = new double[market.days()][market.size()];
    cumulative = new double[market.days()][market.reported().length];
    for (int i = 0; i < market.size(); i++) {
      var arm = market.arms().get(i);
      learner.add("" + i, arm.campaign(), arm.segment(), List.of(), market.budget() / market.size());
    }
  }

  @Override
  public double[] spends(int day) {
    double[] mean = new double[market.size()];
    if (!known) {
      Arrays.fill(mean, market.budget() / mean.length);
      return mean;
    }
    for (int m = 0; m < draws; m++) {
      DrawnCurve[] curves = new DrawnCurve[mean.length];
      for (int i = 0; i < curves.length; i++) {
        curves[i] = learner.curve("" + i).draw(random).times(learner.weekday("" + i, day - 3));
      }
      double[] one = split(curves, market.budget(), market.most());
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / draws;
      }
    }
    double delta = Double.parseDouble(System.getProperty("dither", "0.08")) + Double.parseDouble(System.getProperty("early", "0.3")) * Math.exp(-day / Double.parseDouble(System.getProperty("span", "14")));
    for (int i = 0; i < mean.length; i++) {
      mean[i] *= Math.exp(random.nextUniform(0, 1) < 0.5 ? -delta : delta);
    }
    return Peers.shared(mean, market.budget(), market.most());
  }

  static double[] split(DrawnCurve[] curves, double budget, double most) {
    double low = 0;
    double high = 0;
    for (DrawnCurve curve : curves) {
      high = Math.max(high, curve.slope(0));
    }
    double[] spends = new double[curves.length];
    for (int round = 0; round < 50; round++) {
      double price = (low + high) / 2;
      double sum = 0;
      for (int i = 0; i < spends.length; i++) {
        spends[i] = Math.min(most, curves[i].spendAt(price));
        sum += spends[i];
      }
      if (sum > budget) {
        low = price;
      } else {
        high = price;
      }
      if (sum <= budget && sum > 0.9999 * budget) {
        break;
      }
    }
    double sum = Arrays.stream(spends).sum();
    if (sum > budget) {
      for (int i = 0; i < spends.length; i++) {
        spends[i] *= budget / sum;
      }
    }
    return spends;
  }

  @Override
  public void observe(DayReport report) {
    int day = report.day();
    spends[day] = report.spends();
    for (int i = 0; i < market.size(); i++) {
      for (int age = 0; age <= day && age < report.arrivals()[i].length; age++) {
        conversions[day - age][i] += report.arrivals()[i][age];
        cumulative[day - age][age] += report.arrivals()[i][age];
      }
    }
    int ages = market.reported().length;
    double[] growth = new double[ages];
    growth[0] = 1;
    for (int age = 1; age < ages; age++) {
      double before = 1;
      double after = 1;
      for (int d = 0; d <= day - age; d++) {
        double sum = 0;
        for (int a = 0; a < age; a++) {
          sum += cumulative[d][a];
        }
        before += sum;
        after += sum + cumulative[d][age];
      }
      growth[age] = after / before;
    }
    learner.completeness(Completeness.of(growth));
    for (int d = Math.max(0, day - ages - 1); d <= day; d++) {
      for (int i = 0; i < market.size(); i++) {
        learner.put("" + i, d - 3, 1, spends[d][i], conversions[d][i]);
      }
    }
    learner.update();
    known = true;
  }
}
