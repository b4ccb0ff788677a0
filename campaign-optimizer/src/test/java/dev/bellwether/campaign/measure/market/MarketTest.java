package dev.bellwether.campaign.measure.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MarketTest {

  private static final int DAYS = 180;

  @Test
  void theHardMarketIsHardEnoughToProveSomething() {
    assertTrue(mean(Peers::equal) <= 70, "equal split " + mean(Peers::equal));
    for (int window : new int[] {7, 14, 28}) {
      double share = mean(market -> new Peers.ProportionalToRoi(market, window));
      assertTrue(share <= 92, "proportional over " + window + " days " + share);
    }
    assertTrue(mean(Peers::dayOne) >= 97, "the first day's curves " + mean(Peers::dayOne));
  }

  private static double mean(Function<Market, SpendPolicy> policy) {
    return LongStream.rangeClosed(1, 5)
        .mapToDouble(
            seed -> {
              Market market = Market.draw(MarketKind.HARD, 24, DAYS, seed);
              return 100 * Simulation.play(market, policy.apply(market), seed) / best(market);
            })
        .average()
        .orElseThrow();
  }

  private static double best(Market market) {
    double best = 0;
    for (int day = 0; day < market.days(); day++) {
      best += market.expected(day, new Oracle(market).spends(day));
    }
    return best;
  }

  @Test
  void nobodyEarnsMoreThanTheOracle() {
    for (MarketKind kind : List.of(MarketKind.EASY, MarketKind.HARD)) {
      Shares shares = Shares.of(kind, 12, 40, 0.2, 7);
      for (double share :
          new double[] {
            shares.ours(), shares.equal(), shares.proportional(), shares.thompson(), shares.dayOne()
          }) {
        assertTrue(share > 0 && share <= 100 + 1e-6, shares.toString());
      }
    }
  }

  @Test
  void learningEarnsMoreThanSplittingInProportionToWhatCameBack() {
    double ours = 0;
    double proportional = 0;
    for (long seed = 101; seed <= 104; seed++) {
      Shares shares = Shares.of(MarketKind.HARD, 24, 60, 0.2, seed);
      ours += shares.ours() / 4;
      proportional += shares.proportional() / 4;
    }
    assertTrue(ours > proportional + 2, ours + " against " + proportional);
  }

  @Test
  void theSameSeedIsTheSameMarket() {
    Market one = Market.draw(MarketKind.MISSPECIFIED, 12, 20, 3);
    Market other = Market.draw(MarketKind.MISSPECIFIED, 12, 20, 3);
    assertEquals(one.curves(11), other.curves(11));
    assertArrayEquals(new Oracle(one).spends(5), new Oracle(other).spends(5));
  }

  @Test
  void theProgramPrintsOneJsonObjectAndRefusesNonsense() {
    assertEquals(
        List.of("market", "arms", "share", "worstSeedShare", "proportionalShare", "equalShare"),
        java.util.Arrays.stream(MarketCommand.Case.class.getRecordComponents())
            .map(java.lang.reflect.RecordComponent::getName)
            .limit(6)
            .toList());
    var out = new StringWriter();
    int exit =
        run(out, "--arms", "6", "--days", "10", "--seeds", "1", "--market", "easy", "--json");
    assertEquals(0, exit);
    assertTrue(out.toString().startsWith("{\"cases\":[{\"market\":\"easy\",\"arms\":6,"));
    assertEquals(2, run(new StringWriter(), "--market", "soft"));
    assertEquals(2, run(new StringWriter(), "--days", "0"));
    assertEquals(2, run(new StringWriter(), "--exploration", "2"));
  }

  private static int run(StringWriter out, String... arguments) {
    return new CommandLine(new MarketCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(arguments);
  }
}
