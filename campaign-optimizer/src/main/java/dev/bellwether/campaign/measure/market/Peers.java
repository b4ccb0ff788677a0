package dev.bellwether.campaign.measure.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomDataGenerator;

/** What others do, to compare with. */
final class Peers {

  private Peers() {}

  static SpendPolicy equal(Market market) {
    return new Blind() {
      @Override
      public double[] spends(int day) {
        double[] spends = new double[market.size()];
        Arrays.fill(spends, market.budget() / spends.length);
        return spends;
      }
    };
  }

  /** Knows the curves of the first day, with its arms' weekdays, and never learns. */
  static SpendPolicy dayOne(Market market) {
    return new Blind() {
      @Override
      public double[] spends(int day) {
        List<TrueCurve> curves = new ArrayList<>();
        for (int i = 0; i < market.size(); i++) {
          double[] week = market.arms().get(i).weekdays();
          curves.add(market.curve(0, i).times(week[day % 7] / week[0]));
        }
        return Best.split(curves, market);
      }
    };
  }

  private abstract static class Blind implements SpendPolicy {
    @Override
    public void observe(DayReport report) {}
  }

  /** Gives each arm a share in proportion to its conversions per unit of spend of late. */
  static final class ProportionalToRoi implements SpendPolicy {

    private final Market market;
    private final int window;
    private final double[][] spends;
    private final double[][] conversions;

    ProportionalToRoi(Market market, int window) {
      this.market = market;
      this.window = window;
      spends = new double[market.days()][market.size()];
      conversions = new double[market.days()][market.size()];
    }

    @Override
    public double[] spends(int day) {
      double[] roi = new double[market.size()];
      double allSpend = 1e-9;
      double allConversions = 1e-9;
      for (int d = Math.max(0, day - window); d < day; d++) {
        allSpend += Arrays.stream(spends[d]).sum();
        allConversions += Arrays.stream(conversions[d]).sum();
      }
      for (int i = 0; i < roi.length; i++) {
        double spend = market.budget() / roi.length;
        double conversion = spend * allConversions / allSpend;
        for (int d = Math.max(0, day - window); d < day; d++) {
          spend += spends[d][i];
          conversion += conversions[d][i];
        }
        roi[i] = conversion / spend;
      }
      return shared(roi, market.budget(), market.most());
    }

    @Override
    public void observe(DayReport report) {
      spends[report.day()] = report.spends();
      for (int i = 0; i < market.size(); i++) {
        for (int age = 0; age <= report.day() && age < report.arrivals()[i].length; age++) {
          conversions[report.day() - age][i] += report.arrivals()[i][age];
        }
      }
    }
  }

  /** Thompson draws of each arm's own rate, without curves: tenths of a percent go to the best. */
  static final class IndependentThompson implements SpendPolicy {

    private static final int PORTIONS = 200;
    private static final double KEPT = 0.98;

    private final Market market;
    private final RandomDataGenerator random;
    private final double[] conversions;
    private final double[] spent;

    IndependentThompson(Market market, long seed) {
      this.market = market;
      random = new RandomDataGenerator(seed);
      conversions = new double[market.size()];
      spent = new double[market.size()];
    }

    @Override
    public double[] spends(int day) {
      double[] spends = new double[market.size()];
      double portion = market.budget() / PORTIONS;
      for (int p = 0; p < PORTIONS; p++) {
        int best = -1;
        double most = -1;
        for (int i = 0; i < spends.length; i++) {
          double rate =
              random.nextGamma(
                  1 + conversions[i], 1 / (market.budget() / spends.length + spent[i]));
          if (rate > most && spends[i] + portion <= market.most()) {
            most = rate;
            best = i;
          }
        }
        spends[best] += portion;
      }
      return spends;
    }

    @Override
    public void observe(DayReport report) {
      for (int i = 0; i < spent.length; i++) {
        spent[i] = KEPT * spent[i] + report.spends()[i];
        conversions[i] = KEPT * conversions[i] + Arrays.stream(report.arrivals()[i]).sum();
      }
    }
  }

  /** Shares by weight, none above {@code most}; what is cut off goes to the others. */
  static double[] shared(double[] weights, double budget, double most) {
    double[] spends = new double[weights.length];
    boolean[] full = new boolean[weights.length];
    for (int round = 0; round < weights.length; round++) {
      double left = budget;
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        left -= full[i] ? most : 0;
        sum += full[i] ? 0 : weights[i];
      }
      boolean again = false;
      for (int i = 0; i < weights.length; i++) {
        if (!full[i]) {
          spends[i] = left * weights[i] / sum;
          if (spends[i] > most) {
            full[i] = true;
            again = true;
          }
        }
      }
      if (!again) {
        return spends;
      }
      for (int i = 0; i < weights.length; i++) {
        spends[i] = full[i] ? most : spends[i];
      }
    }
    return spends;
  }
}
