package dev.bellwether.trend.watch;

import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.series.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * What is kept of every series, by its key: small summaries for lists, what judging remembers, five
 * weeks of hours, and the last points.
 */
public final class SeriesStores {

  public static final String SUMMARIES = "series";
  public static final String HISTORIES = "series-histories";
  public static final String POINTS = "series-points";

  /** End of the inner topic's name by whose partitions series are spread. */
  public static final String REPORTS_TOPIC = "series-reports-repartition";

  static final String STATES = "series-states";

  private static final Duration HOUR = Duration.ofHours(1);

  /** Points of series whose steps are shorter than an hour; others are kept as long as hours. */
  private static final Duration POINTS_KEPT = Duration.ofDays(2);

  private final KeyValueStore<String, SeriesSummary> summaries;
  private final KeyValueStore<String, SeriesState> states;
  private final KeyValueStore<String, HourlyHistory> histories;
  private final KeyValueStore<String, SeriesPoint> points;

  /**
   * By series, the time before which no point is left: RocksDB reads over what was deleted for a
   * long time.
   */
  private final Map<String, Instant> forgotten = new HashMap<>();

  SeriesStores(ProcessorContext<?, ?> context) {
    summaries = context.getStateStore(SUMMARIES);
    states = context.getStateStore(STATES);
    histories = context.getStateStore(HISTORIES);
    points = context.getStateStore(POINTS);
  }

  static String[] names() {
    return new String[] {SUMMARIES, STATES, HISTORIES, POINTS};
  }

  /** Null of a series that is not known yet. */
  SeriesSummary summary(String key) {
    return summaries.get(key);
  }

  SeriesState state(String key) {
    var state = states.get(key);
    return state == null ? SeriesState.NEW : state;
  }

  void put(String key, SeriesState state) {
    states.put(key, state);
  }

  SeriesPoint point(String key, Instant at) {
    return points.get(pointKey(key, at));
  }

  /** Writes a point; the latest of a series becomes its summary's. */
  void put(String key, SeriesPoint point, SeriesSummary summary) {
    putPoint(key, point);
    summaries.put(key, summary);
  }

  /** Puts a value right that is shown, and leaves what was thought of it. */
  void restate(String key, SeriesPoint point) {
    putPoint(key, point);
    var summary = summaries.get(key);
    if (summary != null && summary.latest().at().equals(point.at())) {
      summaries.put(
          key,
          new SeriesSummary(
              summary.step(), summary.zone(), summary.currency(), point, summary.departures()));
    }
  }

  private void putPoint(String key, SeriesPoint point) {
    points.put(pointKey(key, point.at()), point);
    forgotten.computeIfPresent(
        key, (series, before) -> point.at().isBefore(before) ? point.at() : before);
  }

  void deletePoint(String key, Instant at) {
    points.delete(pointKey(key, at));
  }

  /** Puts a step's value at the end of the history; between lies what is not known. */
  void append(String key, Instant at, Duration step, double value) {
    var history = histories.get(key);
    var before = history == null ? new HourlyHistory(at, step, new double[0]) : history;
    if (!at.isBefore(before.end())) {
      histories.put(key, before.with(at, value));
    }
  }

  /** Changes a step of the history, where it still reaches back so far. */
  void amend(String key, Instant at, java.util.function.DoubleUnaryOperator change) {
    var history = histories.get(key);
    if (history == null || at.isBefore(history.start()) || !at.isBefore(history.end())) {
      return;
    }
    var values = history.values();
    int step = (int) Duration.between(history.start(), at).dividedBy(history.step());
    values[step] = change.applyAsDouble(values[step]);
    histories.put(key, new HourlyHistory(history.start(), history.step(), values));
  }

  /** Forgets points that are too old to be asked for. */
  void forgetBefore(String key, Instant latest, Duration step) {
    var kept = step.compareTo(HOUR) < 0 ? POINTS_KEPT : HourlyHistory.KEPT;
    var from = forgotten.getOrDefault(key, Instant.EPOCH);
    var to = latest.minus(kept);
    if (!from.isBefore(to)) {
      return;
    }
    var old = new ArrayList<String>();
    try (var stored = points.range(pointKey(key, from), pointKey(key, to))) {
      stored.forEachRemaining(point -> old.add(point.key));
    }
    old.forEach(points::delete);
    forgotten.put(key, to);
  }

  /** Forgets all of a series but which it is. */
  void forget(String key, Instant latest) {
    states.delete(key);
    histories.delete(key);
    summaries.delete(key);
    forgetBefore(key, latest.plus(HourlyHistory.KEPT).plusSeconds(1), HOUR);
    forgotten.remove(key);
  }

  /** The points of a series from one time of its own clock to another, oldest first. */
  public static List<SeriesPoint> points(
      ReadOnlyKeyValueStore<String, SeriesPoint> store, String key, Instant from, Instant to) {
    var found = new ArrayList<SeriesPoint>();
    try (var stored = store.range(pointKey(key, from), pointKey(key, to.minusMillis(1)))) {
      stored.forEachRemaining(point -> found.add(point.value));
    }
    return found;
  }

  /** The hours of a history as points without a judgement; what is not known is left out. */
  public static List<SeriesPoint> points(HourlyHistory history, Instant from, Instant to) {
    var found = new ArrayList<SeriesPoint>();
    var values = history.values();
    for (int i = 0; i < values.length; i++) {
      var at = history.start().plus(history.step().multipliedBy(i));
      if (!Double.isNaN(values[i]) && !at.isBefore(from) && at.isBefore(to)) {
        found.add(
            new SeriesPoint(at, values[i], Double.NaN, Double.NaN, Double.NaN, 0, Departure.NONE));
      }
    }
    return found;
  }

  private static String pointKey(String key, Instant at) {
    return key + "|" + "%016x".formatted(Math.max(0, at.toEpochMilli()));
  }
}
