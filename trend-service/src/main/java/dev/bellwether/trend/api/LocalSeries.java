package dev.bellwether.trend.api;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.forecast.Forecaster;
import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.watch.SeriesKey;
import dev.bellwether.trend.watch.SeriesPoint;
import dev.bellwether.trend.watch.SeriesStores;
import dev.bellwether.trend.watch.SeriesSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The series that this instance holds. */
final class LocalSeries {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final KafkaStreams streams;

  LocalSeries(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Stores of one partition, or of all that this instance is in charge of. */
  private record Stores(KafkaStreams streams, Integer partition, boolean stale) {

    private <V> ReadOnlyKeyValueStore<String, V> of(String name) {
      var query =
          StoreQueryParameters.fromNameAndType(
              name, QueryableStoreTypes.<String, V>keyValueStore());
      var ofPartition = partition == null ? query : query.withPartition(partition);
      return streams.store(stale ? ofPartition.enableStaleStores() : ofPartition);
    }

    private SeriesSummary summary(SeriesKey key) {
      SeriesSummary summary = this.<SeriesSummary>of(SeriesStores.SUMMARIES).get(key.encode());
      if (summary == null && stale) {
        // a copy may not have it yet
        throw new NotReadyException(null);
      }
      if (summary == null) {
        throw ProblemException.notFound(
            "There is no such series. GET /v1/series lists those that are there.");
      }
      return summary;
    }
  }

  /**
   * What is asked of one series.
   *
   * @param from null for the default
   * @param to null for the default
   * @param step null for the series' own
   */
  record Span(Instant from, Instant to, String step) {}

  /**
   * One page of those this instance is in charge of.
   *
   * @throws NotReadyException while they are being moved or restored
   */
  SeriesPage list(String workspace, SeriesFilter filter) {
    var order = Comparator.comparing((Found found) -> found.key.encode());
    var first = new PriorityQueue<Found>(order.reversed());
    try (var stored =
        new Stores(streams, null, false)
            .<SeriesSummary>of(SeriesStores.SUMMARIES)
            .prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (stored.hasNext()) {
        var record = stored.next();
        var key = SeriesKey.decode(record.key);
        if (filter.accepts(key)) {
          first.add(new Found(key, record.value));
          if (first.size() > filter.limit() + 1) {
            first.remove();
          }
        }
      }
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReadyException(e);
    }
    var items = first.stream().sorted(order).map(f -> SeriesItem.of(f.key, f.summary)).toList();
    return page(items, filter.limit());
  }

  private record Found(SeriesKey key, SeriesSummary summary) {}

  /** The first of the items, and where the others begin. */
  static SeriesPage page(List<SeriesItem> items, int limit) {
    boolean more = items.size() > limit;
    var shown = more ? items.subList(0, limit) : items;
    return new SeriesPage(shown, more ? shown.getLast().id() : null, null);
  }

  /**
   * Answers from the partition's own store, or else from what there is of it here: a copy, or what
   * has been restored so far.
   *
   * @param inCharge whether this instance is said to be in charge of the partition
   * @throws NotReadyException where it has nothing of it
   */
  <T extends Marked<T>> T one(
      int partition, boolean inCharge, Function<LocalSeries.View, T> question) {
    try {
      return question.apply(new View(new Stores(streams, partition, !inCharge), !inCharge));
    } catch (InvalidStateStoreException e) {
      if (!inCharge) {
        throw new NotReadyException(e);
      }
    } catch (IllegalStateException e) {
      throw new NotReadyException(e);
    }
    return one(partition, false, question);
  }

  /** One partition's series. */
  static final class View {

    private final Stores stores;
    private final boolean stale;

    private View(Stores stores, boolean stale) {
      this.stores = stores;
      this.stale = stale;
    }

    private <T extends Marked<T>> T marked(T answer) {
      return stale ? answer.asStale() : answer;
    }

    SeriesPoints points(SeriesKey key, Span span) {
      var summary = stores.summary(key);
      var step = Step.parse(span.step(), summary.step());
      var end = summary.latest().at().plus(summary.step());
      var to = span.to() == null ? end : summary.ownTime(span.to());
      var from = span.from() == null ? to.minus(usualLength(step)) : summary.ownTime(span.from());
      return marked(
          new SeriesPoints(
              SeriesItem.of(key, summary),
              Step.of(step),
              stored(key, step, summary, from, to).stream()
                  .map(point -> SeriesPoints.Point.of(summary, point))
                  .toList(),
              null));
    }

    private List<SeriesPoint> stored(
        SeriesKey key, Duration step, SeriesSummary summary, Instant from, Instant to) {
      if (step.equals(summary.step())) {
        return SeriesStores.points(
            stores.<SeriesPoint>of(SeriesStores.POINTS), key.encode(), from, to);
      }
      var history = stores.<HourlyHistory>of(SeriesStores.HISTORIES).get(key.encode());
      return history == null ? List.of() : SeriesStores.points(history, from, to);
    }

    private static Duration usualLength(Duration step) {
      if (step.compareTo(HOUR) < 0) {
        return DAY;
      }
      return step.compareTo(DAY) < 0 ? DAY.multipliedBy(7) : HourlyHistory.KEPT;
    }

    SeriesForecast forecast(SeriesKey key) {
      var summary = stores.summary(key);
      var history = stores.<HourlyHistory>of(SeriesStores.HISTORIES).get(key.encode());
      if (history == null || !hasValue(history)) {
        throw ProblemException.notFound(
            "Too little is known of the series for a forecast: it needs one whole hour.");
      }
      int steps = Math.toIntExact(Math.max(1, DAY.dividedBy(history.step())));
      var forecast = new Forecaster(key.kind().bounds()).forecast(history, steps);
      return marked(
          new SeriesForecast(
              SeriesItem.of(key, summary),
              summary.worldTime(forecast.madeAt()),
              Step.of(forecast.step()),
              forecast.points().stream()
                  .map(point -> SeriesForecast.Point.of(summary, point))
                  .toList(),
              null));
    }

    private static boolean hasValue(HourlyHistory history) {
      for (double value : history.values()) {
        if (!Double.isNaN(value)) {
          return true;
        }
      }
      return false;
    }

    SeriesDepartures departures(SeriesKey key) {
      var summary = stores.summary(key);
      return marked(
          new SeriesDepartures(
              SeriesItem.of(key, summary),
              summary.departures().reversed().stream()
                  .map(episode -> SeriesDepartures.Departure.of(summary, episode))
                  .toList(),
              null));
    }
  }
}
