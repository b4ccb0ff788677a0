package dev.bellwether.trend.measure.events;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What several trials of one kind came to.
 *
 * @param recall share of the events that were found, mean over the trials
 * @param precision share of all alerts that were an event's
 * @param medianDelayMinutes over all events found
 * @param medianPostsSeen of the event, over all events found
 * @param worstRecall of one trial
 * @param worstPrecision of one trial
 * @param alertsATrial mean
 */
record Figures(
    double recall,
    double precision,
    double medianDelayMinutes,
    double medianPostsSeen,
    double worstRecall,
    double worstPrecision,
    double alertsATrial) {

  static Figures of(List<Trial> trials) {
    int alerts = trials.stream().mapToInt(trial -> trial.alerts().size()).sum();
    int right = trials.stream().mapToInt(Trial::rightAlerts).sum();
    return new Figures(
        trials.stream().mapToDouble(Figures::recall).average().orElse(0),
        alerts == 0 ? 1 : (double) right / alerts,
        median(trials, found -> found.delay().toSeconds() / 60.0),
        median(trials, Trial.Found::seen),
        trials.stream().mapToDouble(Figures::recall).min().orElse(0),
        trials.stream().mapToDouble(Figures::precision).min().orElse(0),
        (double) alerts / trials.size());
  }

  private static double recall(Trial trial) {
    return (double) trial.found().size() / trial.events();
  }

  private static double precision(Trial trial) {
    return trial.alerts().isEmpty() ? 1 : (double) trial.rightAlerts() / trial.alerts().size();
  }

  private static double median(List<Trial> trials, ToDoubleFunction<Trial.Found> value) {
    var sorted =
        trials.stream()
            .flatMap(trial -> trial.found().values().stream())
            .mapToDouble(value)
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElseThrow();
  }
}
