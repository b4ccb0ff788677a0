package dev.bellwether.trend.measure.nab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.trend.measure.nab.LabelledSeries.Window;
import dev.bellwether.trend.series.Observation;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NabScorerTest {

  private static final double THRESHOLD = 0.5;

  @Test
  void withoutAnyAlarmTheScoreIsNought() {
    assertEquals(0, score(series(new Window(400, 449)), Profile.STANDARD));
    assertEquals(0, score(series(new Window(400, 449)), Profile.LOW_FALSE_NEGATIVES));
  }

  @Test
  void anAlarmAtTheStartOfEveryWindowIsPerfect() {
    var series = series(new Window(400, 449), new Window(700, 749));

    assertEquals(100, score(series, Profile.STANDARD, 400, 700), 1e-9);
  }

  @Test
  void ofManyAlarmsInAWindowTheEarliestCounts() {
    var series = series(new Window(400, 449));

    assertEquals(
        score(series, Profile.STANDARD, 410), score(series, Profile.STANDARD, 410, 420, 430));
    assertTrue(score(series, Profile.STANDARD, 420) < score(series, Profile.STANDARD, 410));
  }

  @Test
  void aFalseAlarmFarFromAWindowCostsItsWholePriceAndOneJustBehindItLess() {
    var series = series(new Window(400, 449));
    double price = 100 * 0.11 / 2;

    assertEquals(-price, score(series, Profile.STANDARD, 300), 1e-9);
    assertEquals(-2 * price, score(series, Profile.LOW_FALSE_POSITIVES, 300), 1e-9);
    assertEquals(-price, score(series, Profile.STANDARD, 900), 1e-9);
    assertTrue(score(series, Profile.STANDARD, 452) > -price / 2);
  }

  @Test
  void theFirst15PercentAreNotScored() {
    var series = series(new Window(400, 449));

    assertEquals(0, score(series, Profile.STANDARD, 10, 149));
    assertTrue(score(series, Profile.STANDARD, 150) < 0);
  }

  @Test
  void theBestThresholdIsTheOneOfTheFilesTogetherAndTheLeaveOneOutOneOfTheOthers() {
    var first = series(new Window(400, 449));
    var second = series(new Window(700, 749));
    var scores = List.of(scores(0.9, 400), scores(0.6, 700));
    scores.get(0)[300] = 0.7;
    scores.get(0)[301] = 0.65;

    var sweep = Sweep.of(List.of(first, second), scores, Profile.STANDARD);

    assertEquals(0.6, sweep.best());
    assertArrayEquals(new double[] {0.6, 0.9}, sweep.withoutIt());
  }

  private static double score(LabelledSeries series, Profile profile, int... alarms) {
    double raw = NabScorer.raw(series, scores(0.9, alarms), THRESHOLD, profile);
    return NabScorer.normalised(raw, series.scoredWindows(), profile);
  }

  private static double[] scores(double score, int... alarms) {
    var scores = new double[1_000];
    for (int alarm : alarms) {
      scores[alarm] = score;
    }
    return scores;
  }

  private static LabelledSeries series(Window... windows) {
    var points =
        IntStream.range(0, 1_000)
            .mapToObj(at -> new Observation(Instant.ofEpochSecond(300L * at), 1))
            .toList();
    return new LabelledSeries("made-up", "series.csv", points, List.of(windows));
  }
}
