package dev.bellwether.trend.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.trend.series.Departure;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EpisodesTest {

  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(5);

  @Test
  void aSpikeThatGoesOnIsNewsOnce() {
    var begun = Episodes.NONE.with(point(0, Departure.SPIKE, 0.6), STEP);
    assertTrue(begun.news());
    var gap = begun.episodes().with(point(1, Departure.NONE, 0), STEP);
    var on = gap.episodes().with(point(2, Departure.SPIKE, 0.9), STEP);
    assertFalse(gap.news() || on.news());
    var episode = on.episodes().list().getFirst();
    assertEquals(START, episode.startedAt());
    assertEquals(0.9, episode.peak().score());
  }

  @Test
  void aSpikeThatTurnsOutToStayIsNewsAgainAsAShift() {
    var begun = Episodes.NONE.with(point(0, Departure.SPIKE, 0.6), STEP);
    var shift = begun.episodes().with(point(1, Departure.SHIFT_UP, 0.5), STEP);
    assertTrue(shift.news());
    var spikeAgain = shift.episodes().with(point(2, Departure.SPIKE, 0.7), STEP);
    assertFalse(spikeAgain.news());
    assertEquals(Departure.SHIFT_UP, spikeAgain.episodes().list().getFirst().kind());
    assertEquals(1, spikeAgain.episodes().list().size());
  }

  @Test
  void theOtherSideAndTheNextEveningAreNewsOfTheirOwn() {
    var begun = Episodes.NONE.with(point(0, Departure.SPIKE, 0.6), STEP);
    var drop = begun.episodes().with(point(1, Departure.DROP, 0.6), STEP);
    assertTrue(drop.news());
    var later = drop.episodes().with(point(1 + 13, Departure.DROP, 0.6), STEP);
    assertTrue(later.news());
    assertEquals(3, later.episodes().list().size());
  }

  @Test
  void onlyTheLastFiftyAreKept() {
    var episodes = Episodes.NONE;
    for (int i = 0; i < 80; i++) {
      episodes = episodes.with(point(100 * i, Departure.SPIKE, 0.6), STEP).episodes();
    }
    assertEquals(Episodes.MOST, episodes.list().size());
    assertEquals(START.plus(STEP.multipliedBy(7_900)), episodes.list().getLast().startedAt());
  }

  private static SeriesPoint point(int step, Departure departure, double score) {
    return new SeriesPoint(START.plus(STEP.multipliedBy(step)), 9, 2, 0, 5, score, departure);
  }
}
