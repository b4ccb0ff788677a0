package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.trend.alerting.digest.MonitorHour;
import dev.bellwether.trend.alerting.digest.MonitorHours;
import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.watch.SeriesKey;
import dev.bellwether.trend.watch.SeriesKind;
import dev.bellwether.trend.watch.SeriesStores;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Read from the histories of the series that Kafka Streams keeps here. */
@Singleton
public class SeriesHours implements MonitorHours {

  private final KafkaStreams streams;

  public SeriesHours(KafkaStreams streams) {
    this.streams = streams;
  }

  @Override
  public Optional<List<MonitorHour>> since(Instant from) {
    if (streams.state() != KafkaStreams.State.RUNNING) {
      return Optional.empty();
    }
    try (var stored = histories().all()) {
      var hours = new ArrayList<MonitorHour>();
      while (stored.hasNext()) {
        var record = stored.next();
        hours(SeriesKey.decode(record.key), record.value, from).forEach(hours::add);
      }
      return Optional.of(hours);
    } catch (InvalidStateStoreException | IllegalStateException e) {
      // It moves to another instance, or stops
      return Optional.empty();
    }
  }

  /** The hours of one series that are known; none of a series of ad figures. */
  static Stream<MonitorHour> hours(SeriesKey key, HourlyHistory history, Instant from) {
    return key.kind().isOfPosts()
        ? SeriesStores.points(history, from, history.end()).stream()
            .map(point -> hour(key, point.at(), point.value()))
        : Stream.empty();
  }

  private static MonitorHour hour(SeriesKey key, Instant at, double value) {
    boolean share = key.kind() == SeriesKind.NEGATIVE_SHARE;
    return new MonitorHour(
        key.workspace(), key.subject(), at, share ? null : Math.round(value), share ? value : null);
  }

  private ReadOnlyKeyValueStore<String, HourlyHistory> histories() {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            SeriesStores.HISTORIES, QueryableStoreTypes.<String, HourlyHistory>keyValueStore()));
  }
}
