package dev.bellwether.trend.alerting.digest.making;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.trend.alerting.digest.TrendTable;
import dev.bellwether.trend.topology.TrendTopology;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Read from the table that Kafka Streams keeps, which each instance has whole. */
@Singleton
public class StreamsTrends implements TrendTable {

  private final KafkaStreams streams;
  private final EventBinding<Trend> binding;

  public StreamsTrends(KafkaStreams streams, ObjectMapper json) {
    this.streams = streams;
    this.binding = EventBinding.of(json, Trend.class);
  }

  @Override
  public List<Trend> trends(String workspace) {
    var trends = new ArrayList<Trend>();
    try (var stored =
        streams
            .store(
                StoreQueryParameters.fromNameAndType(
                    TrendTopology.TRENDS_STORE,
                    QueryableStoreTypes.<String, byte[]>keyValueStore()))
            .prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (stored.hasNext()) {
        read(stored.next().value).ifPresent(trends::add);
      }
    }
    return trends;
  }

  /** What does not read is left out, as it is of the list of trends, which tells of it. */
  private Optional<Trend> read(byte[] value) {
    try {
      return Optional.of(binding.read(value));
    } catch (UnreadableEventException e) {
      return Optional.empty();
    }
  }
}
