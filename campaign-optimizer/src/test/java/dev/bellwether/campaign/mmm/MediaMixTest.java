package dev.bellwether.campaign.mmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MediaMixTest {

  private static final MediaMix.Effort EFFORT = new MediaMix.Effort(300, 200, 3);

  @Test
  void whatAMediumBroughtLiesWithinItsIntervalAndAnIdleOneHasBroughtNearlyNothing() {
    var fit = fit(SimulatedMedia.of(1, 30, 1));
    var works = fit.contributions().getFirst();
    var idle = fit.contributions().getLast();
    assertTrue(
        works.share().low() <= SimulatedMedia.SHARE && SimulatedMedia.SHARE <= works.share().high(),
        works.share()::toString);
    assertTrue(works.share().low() > 0.1, works.share()::toString);
    assertTrue(idle.share().mean() < 0.05, idle.share()::toString);
    assertTrue(works.carryOver().low() > 0.2, works.carryOver()::toString);
    // It saturates, so the next unit of money brings less than the mean one
    assertTrue(works.marginalRoi().mean() < works.roi().mean(), works::toString);
    assertEquals(
        works.contribution().mean(), works.roi().mean() * works.spend(), 1e-6 * works.spend());
    assertTrue(fit.worstScaleReduction() < 1.1, "the chains have not met");
  }

  @Test
  void weeksItHasNotSeenAreForetoldBetterThanByPlainPeers() {
    var data = SimulatedMedia.of(1, 20, 2);
    double model = holdout(data, fit(data).expected());
    assertTrue(model < holdout(data, Peers.seasonalNaive(data, SimulatedMedia.TRAIN)));
    assertTrue(model < holdout(data, Peers.recentMean(data, SimulatedMedia.TRAIN)));
    assertTrue(model < holdout(data, Peers.linear(data, SimulatedMedia.TRAIN)));
    assertTrue(
        model < holdout(data, fit(Peers.withoutMedia(data)).expected()), "media add nothing");
  }

  @Test
  void geosTogetherTellMoreThanOneAlone() {
    var alone = fit(SimulatedMedia.of(1, 150, 3)).contributions().getFirst().share();
    var fit = fit(SimulatedMedia.of(12, 150, 3));
    var together = fit.contributions().getFirst().share();
    assertTrue(together.high() - together.low() < alone.high() - alone.low());
    assertEquals(SimulatedMedia.SHARE, together.mean(), 0.08);
  }

  @Test
  void intervalsHoldAboutAsManyUnseenWeeksAsTheySay() {
    int seeds = 20;
    double covered = 0;
    for (int seed = 0; seed < seeds; seed++) {
      var fit = fit(SimulatedMedia.of(1, 100, 100 + seed));
      covered += fit.coverage(SimulatedMedia.TRAIN, SimulatedMedia.WEEKS) / seeds;
    }
    int weeks = seeds * (SimulatedMedia.WEEKS - SimulatedMedia.TRAIN);
    // Four standard errors
    assertEquals(0.9, covered, 4 * Math.sqrt(0.9 * 0.1 / weeks));
  }

  @Test
  void nothingBehindTheTrainingPartIsLookedAt() {
    var data = SimulatedMedia.of(1, 30, 5);
    double[][] changed = {data.outcome()[0].clone()};
    Arrays.fill(changed[0], SimulatedMedia.TRAIN, SimulatedMedia.WEEKS, 7);
    var other =
        new MediaData(
            data.times(),
            data.geos(),
            data.population(),
            changed,
            data.worth(),
            data.media(),
            data.controls());
    assertArrayEquals(fit(data).expected()[0], fit(other).expected()[0]);
    assertEquals(fit(data).contributions(), fit(other).contributions());
    for (var peer :
        List.<java.util.function.Function<MediaData, double[][]>>of(
            d -> Peers.seasonalNaive(d, SimulatedMedia.TRAIN),
            d -> Peers.recentMean(d, SimulatedMedia.TRAIN),
            d -> Peers.linear(d, SimulatedMedia.TRAIN))) {
      assertArrayEquals(
          peer.apply(data)[0], peer.apply(other)[0], "a peer has seen what it is to foretell");
    }
  }

  @Test
  void aMediumThatNeverRanIsLeftOutAndNothingAtAllIsRefused() {
    var data = SimulatedMedia.of(1, 30, 6);
    var never = new MediaData.Medium("never", true, new double[1][SimulatedMedia.WEEKS]);
    var more =
        new MediaData(
            data.times(),
            data.geos(),
            data.population(),
            data.outcome(),
            data.worth(),
            List.of(data.media().getFirst(), never),
            data.controls());
    assertEquals(
        List.of("works"),
        fit(more).contributions().stream().map(MediaMixFit.Contribution::name).toList());
    var nothing =
        new MediaData(
            data.times(),
            data.geos(),
            data.population(),
            new double[1][SimulatedMedia.WEEKS],
            data.worth(),
            data.media(),
            data.controls());
    assertThrows(IllegalArgumentException.class, () -> fit(nothing));
    assertThrows(
        IllegalArgumentException.class, () -> MediaMix.fit(data, 20, EFFORT, percent -> {}));
  }

  @Test
  void figuresThatCannotBeAreRefusedByName() {
    var data = SimulatedMedia.of(1, 30, 7);
    double[][] spend = {data.media().getFirst().amount()[0].clone()};
    spend[0][3] = -1;
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new MediaData(
                    data.times(),
                    data.geos(),
                    data.population(),
                    data.outcome(),
                    data.worth(),
                    List.of(new MediaData.Medium("tv", true, spend)),
                    List.of()));
    assertEquals("tv holds a value below 0", refused.getMessage());
  }

  private static MediaMixFit fit(MediaData data) {
    return MediaMix.fit(data, SimulatedMedia.TRAIN, EFFORT, percent -> {});
  }

  private static double holdout(MediaData data, double[][] predicted) {
    return FitError.of(
            Arrays.copyOfRange(data.outcome()[0], SimulatedMedia.TRAIN, SimulatedMedia.WEEKS),
            Arrays.copyOfRange(predicted[0], SimulatedMedia.TRAIN, SimulatedMedia.WEEKS))
        .nrmse();
  }
}
