package dev.bellwether.trend.api;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.topology.TrendTopology;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The trends that this instance holds: all of them. */
@ApplicationScoped
public class StoredTrends {

  private static final Comparator<Trend> NEWEST_FIRST =
      Comparator.comparing(Trend::detectedAt)
          .reversed()
          .thenComparing(Trend::monitor)
          .thenComparing(Trend::id);

  private final KafkaStreams streams;
  private final ReadableTrends readable;

  public StoredTrends(KafkaStreams streams, ReadableTrends readable) {
    this.streams = streams;
    this.readable = readable;
  }

  /**
   * Without what cannot be read.
   *
   * @throws NotReadyException while the trends are still being read from the broker
   */
  List<Trend> find(String workspace, TrendFilter filter, int limit) {
    // the newest are kept without holding all that ever was
    var newest = new PriorityQueue<>(NEWEST_FIRST.reversed());
    try (var stored =
        store().prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (stored.hasNext()) {
        var record = stored.next();
        readable.read(record.key, record.value).filter(filter::accepts).ifPresent(newest::add);
        if (newest.size() > limit) {
          newest.remove();
        }
      }
    } catch (InvalidStateStoreException e) {
      throw new NotReadyException(e);
    }
    return newest.stream().sorted(NEWEST_FIRST).toList();
  }

  /**
   * One of them; empty where there is none, or none that can be read.
   *
   * @throws NotReadyException while the trends are still being read from the broker
   */
  Optional<Trend> one(String workspace, String monitor, String id) {
    var key = RecordKey.of(workspace, monitor, id).encode();
    try {
      return Optional.ofNullable(store().get(key)).flatMap(value -> readable.read(key, value));
    } catch (InvalidStateStoreException e) {
      throw new NotReadyException(e);
    }
  }

  private ReadOnlyKeyValueStore<String, byte[]> store() {
    return streams.store(
        StoreQueryParameters.fromNameAndType(
            TrendTopology.TRENDS_STORE, QueryableStoreTypes.<String, byte[]>keyValueStore()));
  }
}
