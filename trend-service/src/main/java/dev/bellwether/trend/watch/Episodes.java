package dev.bellwether.trend.watch;

import dev.bellwether.trend.series.Departure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The last departures of a series.
 *
 * @param list oldest first, at most {@link #MOST}
 */
record Episodes(List<Episode> list) {

  static final int MOST = 50;

  static final Episodes NONE = new Episodes(List.of());

  private static final Duration LEAST_PATIENCE = Duration.ofHours(1);
  private static final int STEPS_OF_PATIENCE = 3;

  Episodes {
    list = List.copyOf(list);
  }

  /**
   * @param news whether it is worth a signal: an episode has begun, or has turned into a shift
   */
  record Step(Episodes episodes, boolean news) {}

  /**
   * @param step between two values: an hour of habit, or three steps of it, ends an episode
   */
  Step with(SeriesPoint point, Duration step) {
    if (point.departure() == Departure.NONE) {
      return new Step(this, false);
    }
    var steps = step.multipliedBy(STEPS_OF_PATIENCE);
    var patience = steps.compareTo(LEAST_PATIENCE) > 0 ? steps : LEAST_PATIENCE;
    var next = new ArrayList<>(list);
    if (list.isEmpty() || !list.getLast().goesOn(point, patience)) {
      next.add(Episode.begun(point));
      return new Step(
          new Episodes(next.subList(Math.max(0, next.size() - MOST), next.size())), true);
    }
    var before = list.getLast();
    var after = before.with(point);
    next.set(next.size() - 1, after);
    return new Step(new Episodes(next), before.kind() != after.kind());
  }
}
