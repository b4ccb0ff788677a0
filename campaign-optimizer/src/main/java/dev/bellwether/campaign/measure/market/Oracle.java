package dev.bellwether.campaign.measure.market;

import dev.bellwether.campaign.response.Curve;
import java.util.ArrayList;
import java.util.List;

/** Knows every day's true curves and splits the budget so that they bring the most. */
final class Oracle {

  /** Arms that lift others are settled in turn with these; more rounds change nothing. */
  private static final int ROUNDS = 12;

  private final Market market;

  Oracle(Market market) {
    this.market = market;
  }

  /** The best split on the curves of {@code day}: proven where arms don't lift each other. */
  double[] spends(int day) {
    List<TrueCurve> curves = market.curves(day);
    double[] best = Best.split(curves, market);
    if (market.kind().traits().halo() == 0) {
      return best;
    }
    double most = market.expected(day, best);
    double[] spends = best;
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = Best.split(lifted(day, curves, spends), market);
      for (int i = 0; i < next.length; i++) {
        next[i] = (next[i] + spends[i]) / 2;
      }
      spends = next;
      double value = market.expected(day, spends);
      if (value > most) {
        most = value;
        best = spends;
      }
    }
    return best;
  }

  /** What each arm adds to all of its campaign, as long as the others spend what they do. */
  private List<Curve> lifted(int day, List<TrueCurve> curves, double[] spends) {
    List<Curve> lifted = new ArrayList<>();
    for (int i = 0; i < spends.length; i++) {
      double others = 0;
      for (int j = i + 1; j < Math.min(spends.length, i + Market.CAMPAIGN_SIZE); j++) {
        others += market.arms().get(i).lifts() ? curves.get(j).at(spends[j]) : 0;
      }
      lifted.add(
          new Lifted(
              curves.get(i).times(market.lift(day, i, spends)),
              others * market.kind().traits().halo(),
              market.scale()[day][i]));
    }
    return lifted;
  }

  /** An arm's own curve and what it adds to others. */
  private record Lifted(TrueCurve own, double others, double scale) implements Curve {

    @Override
    public double at(double spend) {
      return own.at(spend) + others * spend / (spend + scale);
    }

    @Override
    public double slope(double spend) {
      double share = scale / (spend + scale);
      return own.slope(spend) + others / scale * share * share;
    }

    @Override
    public double inflection() {
      return own.inflection();
    }
  }
}
