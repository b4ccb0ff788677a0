package dev.bellwether.campaign.measure.market;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * What policies earned on one market, in percent of the oracle's return.
 *
 * @param proportional the best of {@link #WINDOWS}
 * @param thompson draws of independent rates
 * @param dayOne who knows the first day's curves and never learns
 */
record Shares(double ours, double equal, double proportional, double thompson, double dayOne) {

  /** Days that the proportional peer looks back; its best counts. */
  private static final int[] WINDOWS = {7, 14, 28};

  private static final double PERCENT = 100;

  static Shares of(MarketKind kind, int arms, int days, double exploration, long seed) {
    Market market = Market.draw(kind, arms, days, seed);
    var oracle = new Oracle(market);
    double best = 0;
    for (int day = 0; day < days; day++) {
      best += market.expected(day, oracle.spends(day));
    }
    double proportional =
        Arrays.stream(WINDOWS)
            .mapToDouble(w -> Simulation.play(market, new Peers.ProportionalToRoi(market, w), seed))
            .max()
            .orElseThrow();
    double whole = best / PERCENT;
    return new Shares(
        Simulation.play(market, new LearningPolicy(market, exploration, seed), seed) / whole,
        Simulation.play(market, Peers.equal(market), seed) / whole,
        proportional / whole,
        Simulation.play(market, new Peers.IndependentThompson(market, seed), seed) / whole,
        Simulation.play(market, Peers.dayOne(market), seed) / whole);
  }

  static double mean(DoubleStream shares) {
    return shares.average().orElseThrow();
  }
}
