package dev.bellwether.campaign.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ResponseModelTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Property(tries = 150)
  void whateverTheFiguresEveryCurveIsFiniteNeverFallsAndIsConcaveBeyondItsInflection(
      @ForAll("accounts") List<AdSetHistory> account) {
    ResponseModel model = ResponseModel.fit(account, 1);
    List<PosteriorCurve> curves = new ArrayList<>(model.adSets().values());
    curves.addAll(model.segments().values());
    for (PosteriorCurve curve : curves) {
      double slopeBefore = Double.POSITIVE_INFINITY;
      double valueBefore = 0;
      for (double spend : new double[] {0, 0.01, 1, 10, 100, 1e4, 1e6}) {
        Estimate estimate = curve.estimate(spend);
        assertTrue(Double.isFinite(estimate.low()) && Double.isFinite(estimate.high()));
        assertTrue(0 <= estimate.low() && estimate.low() <= estimate.mean());
        assertTrue(estimate.mean() <= estimate.high());
        assertTrue(curve.at(spend) >= valueBefore);
        assertTrue(curve.slope(spend) >= 0 && curve.slope(spend) <= slopeBefore);
        valueBefore = curve.at(spend);
        if (spend >= curve.inflection()) {
          slopeBefore = curve.slope(spend) * (1 + 1e-12);
        }
      }
      assertEquals(0, curve.at(0));
      assertTrue(curve.halfEfficiencySpend() > 0 && Double.isFinite(curve.efficiency()));
    }
  }

  @Test
  void anAdSetWithOneDayLeansOnItsSegment() {
    List<AdSetHistory> account = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      account.add(steady("good-" + i, "good", 28, 50, 20));
      account.add(steady("poor-" + i, "poor", 28, 50, 2));
    }
    account.add(steady("new-good", "good", 1, 50, 8));
    account.add(steady("new-poor", "poor", 1, 50, 8));
    ResponseModel model = ResponseModel.fit(account, 1);
    double good = model.adSets().get("new-good").at(50);
    double poor = model.adSets().get("new-poor").at(50);
    assertTrue(good > 1.5 * poor, good + " and " + poor);
    assertTrue(good > 8 && poor < 8, "each moves from its single day towards its segment");
  }

  @Test
  void anAdSetWithoutFiguresHasItsSegmentsCurveWithAWideInterval() {
    List<AdSetHistory> account = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      account.add(steady("known-" + i, "s", 28, 50, 20));
    }
    account.add(new AdSetHistory("unknown", "c", "s", List.of(), List.of()));
    ResponseModel model = ResponseModel.fit(account, 1);
    Estimate known = model.adSets().get("known-0").estimate(50);
    Estimate unknown = model.adSets().get("unknown").estimate(50);
    assertEquals(known.mean(), unknown.mean(), 0.25 * known.mean());
    assertTrue(unknown.high() - unknown.low() > 4 * (known.high() - known.low()));
  }

  @Test
  void aSegmentSeenOnceLeansOnTheSegmentsThatShareAPartWithIt() {
    List<AdSetHistory> account = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      account.add(withTrait(steady("young-" + i, "young in place " + i, 28, 50, 20), "young"));
      account.add(withTrait(steady("old-" + i, "old in place " + i, 28, 50, 4), "old"));
    }
    account.add(
        withTrait(
            new AdSetHistory("new-young", "c", "young elsewhere", List.of(), List.of()), "young"));
    account.add(
        withTrait(new AdSetHistory("new-old", "c", "old elsewhere", List.of(), List.of()), "old"));
    ResponseModel model = ResponseModel.fit(account, 1);
    double young = model.segments().get("young elsewhere").at(50);
    double old = model.segments().get("old elsewhere").at(50);
    assertTrue(young > 2 * old, young + " and " + old);
  }

  @Test
  void oneTypingErrorHardlyMovesACurve() {
    AdSetHistory clean = steady("a", "s", 28, 50, 20);
    List<Observation> withError = new ArrayList<>(clean.observations());
    withError.set(9, new Observation(DAY.plusDays(9), 1, 50, 20_000));
    List<AdSetHistory> others = List.of(steady("b", "s", 28, 40, 15), steady("c", "s", 28, 60, 22));
    double before = meanAt50(clean, others);
    double after = meanAt50(new AdSetHistory("a", "c", "s", List.of(), withError), others);
    assertEquals(before, after, 0.15 * before);
  }

  @Test
  void weekdaysAreFoundAndDoNotLeakIntoTheCurve() {
    var market = SimulatedMarket.of(SimulatedMarket.Family.HILL_ONE, 24, 28, 0.1, 7);
    Weekdays weekdays = ResponseModel.fit(market.adSets(), 1).weekdays();
    List<Double> factors = weekdays.factors();
    assertEquals(1, factors.stream().mapToDouble(f -> f).average().orElseThrow(), 1e-12);
    assertEquals(1.25 / 1.009, factors.get(5), 0.08, "Saturday");
    assertEquals(0.85 / 1.009, factors.get(0), 0.08, "Monday");
  }

  @Test
  void intervalsHoldTheTruthAboutAsOftenAsTheySay() {
    int held = 0;
    int all = 0;
    for (long seed = 501; seed <= 510; seed++) {
      var market = SimulatedMarket.of(SimulatedMarket.Family.HILL_ONE, 24, 28, 0.15, seed);
      ResponseModel model = ResponseModel.fit(market.adSets(), 1);
      for (int i = 0; i < 24; i++) {
        double spend = 1.5 * market.today()[i];
        Estimate estimate = model.adSets().get("set-" + i).estimate(spend);
        double truth = market.curves().get(i).applyAsDouble(spend);
        held += estimate.low() <= truth && truth <= estimate.high() ? 1 : 0;
        all++;
      }
    }
    double coverage = (double) held / all;
    assertTrue(coverage >= 0.8 && coverage <= 0.98, "coverage " + coverage);
  }

  @Test
  void nothingToFitIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ResponseModel.fit(List.of(), 1));
    AdSetHistory one = steady("a", "s", 1, 1, 1);
    assertThrows(IllegalArgumentException.class, () -> ResponseModel.fit(List.of(one, one), 1));
    assertThrows(IllegalArgumentException.class, () -> new Observation(DAY, 1, Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new Observation(DAY, 1, 1, -1));
  }

  @Provide
  Arbitrary<List<AdSetHistory>> accounts() {
    Arbitrary<Double> amounts =
        Arbitraries.oneOf(
            Arbitraries.just(0.0),
            Arbitraries.doubles().between(0, 500),
            Arbitraries.doubles().between(0, 1e6));
    Arbitrary<Observation> observations =
        Combinators.combine(
                Arbitraries.integers().between(0, 59),
                Arbitraries.of(1, 1, 1, 28),
                amounts,
                amounts)
            .as(
                (day, days, spend, outcome) ->
                    new Observation(DAY.plusDays(day), days, spend, outcome));
    Arbitrary<List<Observation>> histories = observations.list().ofMaxSize(12);
    return histories
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(
            all -> {
              List<AdSetHistory> account = new ArrayList<>();
              for (int i = 0; i < all.size(); i++) {
                account.add(
                    new AdSetHistory(
                        "id-" + i,
                        "campaign-" + i % 2,
                        "segment-" + i % 3,
                        List.of("t" + i % 2),
                        all.get(i)));
              }
              return account;
            });
  }

  private static double meanAt50(AdSetHistory first, List<AdSetHistory> others) {
    List<AdSetHistory> account = new ArrayList<>(others);
    account.add(first);
    return ResponseModel.fit(account, 1).adSets().get("a").at(50);
  }

  private static AdSetHistory withTrait(AdSetHistory history, String trait) {
    return new AdSetHistory(
        history.id(),
        history.campaign(),
        history.segment(),
        List.of(trait),
        history.observations());
  }

  private static AdSetHistory steady(
      String id, String segment, int days, double spend, double outcome) {
    List<Observation> seen = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      seen.add(new Observation(DAY.plusDays(day), 1, spend * (0.9 + 0.1 * (day % 3)), outcome));
    }
    return new AdSetHistory(id, "c", segment, List.of(), seen);
  }
}
