package dev.bellwether.sentiment.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.sentiment.rollup.SentimentCounts;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Whatever was counted, an interval holds its estimate, stays in range and narrows with more. */
class IntervalsProperties {

  private static final double TINY = 1e-9;

  @Property
  void netSentimentLiesInItsIntervalAndTheIntervalInItsRange(
      @ForAll @LongRange(max = 1_000_000_000_000L) long positive,
      @ForAll @LongRange(max = 1_000_000_000_000L) long negative,
      @ForAll @IntRange(max = 1_000) int neutral) {
    var net = NetSentiment.of(new SentimentCounts(negative, neutral, positive, 0));
    assertTrue(net.interval().low() <= net.value() && net.value() <= net.interval().high());
    assertTrue(net.interval().low() >= -100 && net.interval().high() <= 100, net::toString);
  }

  @Property
  void anIntervalNarrowsWithMoreMentionsOfTheSameKind(
      @ForAll @IntRange(max = 10_000) int positive,
      @ForAll @IntRange(max = 10_000) int negative,
      @ForAll @IntRange(min = 2, max = 100) int times) {
    var few = NetSentiment.of(new SentimentCounts(negative, 0, positive, 0)).interval();
    var many =
        NetSentiment.of(new SentimentCounts((long) negative * times, 0, (long) positive * times, 0))
            .interval();
    boolean felt = positive + negative > 0;
    assertTrue(felt ? width(many) < width(few) : width(many) == width(few), few + " " + many);
  }

  @Property
  void theIntervalOfTheOppositeIsTheOppositeInterval(
      @ForAll @IntRange(max = 100_000) int one, @ForAll @IntRange(max = 100_000) int other) {
    var there = NetSentiment.of(new SentimentCounts(one, 0, other, 0)).interval();
    var back = NetSentiment.of(new SentimentCounts(other, 0, one, 0)).interval();
    assertEquals(-there.high(), back.low(), TINY);
    assertEquals(-there.low(), back.high(), TINY);
  }

  /** The interval holds exactly those proportions that the score test does not reject. */
  @Property
  void itsEndsAreWhereTheScoreTestBeginsToReject(
      @ForAll @IntRange(max = 10_000) int successes, @ForAll @IntRange(max = 10_000) int failures) {
    int trials = successes + failures;
    if (trials == 0) {
      return;
    }
    double estimate = (double) successes / trials;
    var interval = Wilson.of(successes, trials);
    for (double end : List.of(interval.low(), interval.high())) {
      double z2 = Math.pow(estimate - end, 2) * trials;
      if (end > TINY && end < 1 - TINY) {
        assertEquals(3.841458820694124, z2 / (end * (1 - end)), 1e-4);
      }
    }
  }

  @Property
  void sharesAreTogetherAHundredAndEachLiesInItsInterval(
      @ForAll @Size(min = 1, max = 20) List<@LongRange(max = 1_000_000_000L) Long> counts) {
    var voices = new LinkedHashMap<String, Long>();
    counts.forEach(count -> voices.put("m" + voices.size(), count));
    var shares = ShareOfVoice.of(voices, true);
    if (shares.voices() == 0) {
      shares.shares().forEach(share -> assertNull(share.percent()));
      return;
    }
    assertEquals(
        100, shares.shares().stream().mapToDouble(ShareOfVoice.Share::percent).sum(), TINY);
    for (var share : shares.shares()) {
      assertTrue(share.interval().low() <= share.percent(), share::toString);
      assertTrue(share.interval().high() >= share.percent(), share::toString);
      assertTrue(share.interval().low() >= 0 && share.interval().high() <= 100, share::toString);
    }
  }

  @Property
  void whatComesInHeapsHasAShareAndNoInterval(@ForAll @IntRange(min = 1) int interactions) {
    var voices = new LinkedHashMap<String, Long>();
    voices.put("a", (long) interactions);
    voices.put("b", 0L);
    var shares = ShareOfVoice.of(voices, false).shares();
    assertEquals(100.0, shares.getFirst().percent());
    assertNull(shares.getFirst().interval());
  }

  @Property
  void moreSuccessesThanTrialsAreRefused(
      @ForAll @IntRange(max = 1_000) int trials, @ForAll @IntRange(min = 1, max = 10) int more) {
    assertThrows(IllegalArgumentException.class, () -> Wilson.of((long) trials + more, trials));
    assertThrows(IllegalArgumentException.class, () -> Wilson.of(-more, trials));
  }

  private static double width(Interval interval) {
    return interval.high() - interval.low();
  }
}
