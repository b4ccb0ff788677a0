package dev.bellwether.trend.alerting.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.trend.alerting.wording.SubjectNames;
import dev.bellwether.trend.topology.TopologyProducer;
import jakarta.inject.Singleton;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * Monitors' names, from the table that Kafka Streams keeps of them in every instance. An alert does
 * not wait for it: what cannot be looked up now is called by its id.
 */
@Singleton
public class MonitorNames implements SubjectNames {

  private final KafkaStreams streams;
  private final EventBinding<Monitor> binding;

  public MonitorNames(KafkaStreams streams, ObjectMapper json) {
    this.streams = streams;
    this.binding = EventBinding.of(json, Monitor.class);
  }

  @Override
  public String of(String workspace, String subject) {
    try {
      byte[] monitor =
          streams
              .store(
                  StoreQueryParameters.fromNameAndType(
                      TopologyProducer.MONITORS_STORE,
                      QueryableStoreTypes.<String, byte[]>keyValueStore()))
              .get(RecordKey.of(workspace, subject).encode());
      return monitor == null ? subject : binding.read(monitor).name();
    } catch (InvalidStateStoreException | IllegalStateException | UnreadableEventException e) {
      return subject;
    }
  }
}
