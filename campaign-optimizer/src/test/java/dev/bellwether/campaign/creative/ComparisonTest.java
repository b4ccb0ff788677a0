package dev.bellwether.campaign.creative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final double EXPLORATION = 0.1;

  @Test
  void anAdThatIsTwiceAsGoodWinsAndGetsEverything() {
    var comparison = of(Ads.even("a", 30, 50, 5), Ads.even("b", 30, 50, 10));
    assertEquals(Finding.Kind.WINNER, comparison.finding().kind());
    assertTrue(comparison.finding().text().startsWith("b wins with "), comparison::toString);
    var winner = comparison.arms().getFirst();
    assertEquals("b", winner.arm());
    assertEquals(1, winner.wantedShare(), 1e-12);
    assertEquals(0.5, winner.presentShare(), 1e-12);
    assertTrue(winner.low() < 0.2 && 0.2 < winner.high() + 0.01, winner::toString);
    assertTrue(comparison.rollout().safe(), () -> comparison.rollout().reasons().toString());
    assertEquals(0.15, comparison.rollout().present(), 1e-9);
    assertEquals(0.2, comparison.rollout().ips(), 1e-9);
    assertEquals(0.2, comparison.rollout().snips(), 1e-9);
    assertEquals(0.2, comparison.rollout().dr(), 0.01);
  }

  @Test
  void adsThatMayYetBeEitherGoOnLearningWithinTheExplorationShare() {
    var comparison = of(Ads.even("a", 10, 50, 4), Ads.even("b", 10, 50, 3));
    assertEquals(Finding.Kind.LEARNING, comparison.finding().kind());
    // Rates of 0.08 and 0.06 at best: 2.7 × (0.14 / 0.02)² = 130 events, 70 are there
    long missing = comparison.finding().missingEvents();
    assertTrue(missing > 60, comparison.finding()::text);
    assertTrue(comparison.finding().text().contains(missing + " more conversions"));
    var other = comparison.arms().getLast();
    assertEquals("b", other.arm());
    assertTrue(other.wantedShare() > 0 && other.wantedShare() <= EXPLORATION + 1e-12);
    assertTrue(comparison.regretOfStopping() > Comparison.NO_MATTER);
  }

  @Test
  void adsThatAreAlikeNeedNoMoreLearning() {
    var comparison = of(Ads.even("a", 40, 500, 500), Ads.even("b", 40, 500, 501));
    assertEquals(Finding.Kind.ALIKE, comparison.finding().kind());
    assertTrue(comparison.regretOfStopping() < Comparison.NO_MATTER);
  }

  @Test
  void aNewAdLeansOnTheOthersAndGetsAFirstShare() {
    var alike =
        List.of(Ads.even("a", 30, 50, 10), Ads.even("b", 30, 50, 10.5), Ads.even("c", 30, 50, 9.5));
    List<Arm> arms = new ArrayList<>(alike);
    arms.add(new Arm("new", List.of()));
    var comparison = Comparison.of(arms, EXPLORATION, "conversions");
    var fresh =
        comparison.arms().stream().filter(s -> s.arm().equals("new")).findFirst().orElseThrow();
    assertEquals(0.2, fresh.rate(), 0.03);
    assertTrue(fresh.low() < 0.2 && fresh.high() > 0.2);
    assertTrue(fresh.wantedShare() > 0);
    // The log tells nothing of it: what it may get at once is what exploration allows
    assertTrue(fresh.share() <= EXPLORATION);
  }

  @Test
  void oldDaysCountLess() {
    List<Arm.Day> worseNow = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      worseNow.add(new Arm.Day(Ads.FIRST.plusDays(day), 50, day < 30 ? 10 : 5));
    }
    var comparison = of(new Arm("was-good", worseNow), Ads.even("steady", 60, 50, 7.5));
    assertEquals("steady", comparison.arms().getFirst().arm());
  }

  @Test
  void daysThatScatterMoreThanCountsMakeItLessSure() {
    List<Arm.Day> wild = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      wild.add(new Arm.Day(Ads.FIRST.plusDays(day), 50, day % 3 == 0 ? 30 : 0));
    }
    var sure = of(Ads.even("a", 30, 50, 10), Ads.even("b", 30, 50, 8));
    var unsure = of(new Arm("a", wild), Ads.even("b", 30, 50, 8));
    assertTrue(unsure.arms().getFirst().best() < sure.arms().getFirst().best());
    assertTrue(Rates.dispersion(List.of(new Arm("a", wild))) > 10);
  }

  @Test
  void adsThatNeverRanTogetherAreNotMovedOnThatEvidence() {
    List<Arm.Day> later = new ArrayList<>();
    for (int day = 0; day < 30; day++) {
      later.add(new Arm.Day(Ads.FIRST.plusDays(30 + day), 50, 12));
    }
    var comparison = of(Ads.even("early", 30, 50, 5), new Arm("late", later));
    // The last week's spend is all the later one's, so nothing has to move
    assertEquals("late", comparison.arms().getFirst().arm());
    var reversed =
        of(
            Ads.even("early", 30, 50, 12),
            new Arm("late", later.stream().map(d -> new Arm.Day(d.day(), 50, 5)).toList()));
    assertFalse(reversed.rollout().safe());
    assertEquals(0, reversed.rollout().step());
    assertTrue(reversed.rollout().reasons().getFirst().contains("same day"));
    reversed.arms().forEach(arm -> assertEquals(arm.presentShare(), arm.share(), 1e-12));
  }

  @Test
  void noConversionsAtAllGiveNoReasonToMove() {
    var comparison = of(Ads.even("a", 10, 50, 0), Ads.even("b", 10, 50, 0));
    assertEquals(Finding.Kind.LEARNING, comparison.finding().kind());
    assertFalse(comparison.rollout().safe());
    comparison.arms().forEach(arm -> assertEquals(0.5, arm.share(), 1e-12));
    comparison.arms().forEach(arm -> assertTrue(Double.isFinite(arm.rate()) && arm.low() >= 0));
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    assertRefused("one arm has nothing to be compared with", List.of(Ads.even("a", 3, 1, 1)), 0.1);
    assertRefused(
        "none of the arms has spent anything",
        List.of(Ads.even("a", 3, 0, 1), Ads.even("b", 3, 0, 0)),
        0.1);
    assertRefused(
        "exploration must lie between 0 and 1",
        List.of(Ads.even("a", 3, 1, 1), Ads.even("b", 3, 1, 0)),
        1.1);
    assertThrows(IllegalArgumentException.class, () -> Ads.even("a", 1, -1, 0));
    assertThrows(IllegalArgumentException.class, () -> Ads.even("a", 1, 1, Double.NaN));
  }

  /** On ads that differ as the model thinks they may. */
  @Test
  void chancesToBeTheBestComeTrueAsOftenAsTheySay() {
    var random = new SplittableRandom(41);
    int trials = 500;
    double said = 0;
    double right = 0;
    for (int i = 0; i < trials; i++) {
      double shape = Rates.SHAPES[i % Rates.SHAPES.length];
      double first = 0.1 * Gamma.draw(shape, random) / shape;
      double second = 0.1 * Gamma.draw(shape, random) / shape;
      var comparison =
          of(Ads.drawn("a", 20, 60, first, random), Ads.drawn("b", 20, 60, second, random));
      var leader = comparison.arms().getFirst();
      said += leader.best() / trials;
      right += leader.arm().equals(first > second ? "a" : "b") ? 1.0 / trials : 0;
    }
    // Four standard errors
    assertEquals(said, right, 4 * Math.sqrt(right * (1 - right) / trials));
  }

  private static void assertRefused(String why, List<Arm> arms, double exploration) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> Comparison.of(arms, exploration, "clicks"));
    assertEquals(why, refused.getMessage());
  }

  private static Comparison of(Arm... arms) {
    return Comparison.of(List.of(arms), EXPLORATION, "conversions");
  }
}
