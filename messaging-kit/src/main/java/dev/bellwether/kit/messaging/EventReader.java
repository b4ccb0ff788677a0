package dev.bellwether.kit.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Versioned;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.flow.EventFlow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Begins the work on a batch of JSON events by reading it; a record that does not read, or is of a
 * newer schema, goes to the dead letters and the rest goes on.
 */
@ApplicationScoped
public class EventReader {

  private final ObjectMapper json;
  private final DeadLetters deadLetters;
  private final IdempotentEffect effect;
  private final EventFlow flow;

  public EventReader(
      ObjectMapper json, DeadLetters deadLetters, IdempotentEffect effect, EventFlow flow) {
    this.flow = flow;
    this.json = json;
    this.deadLetters = deadLetters;
    this.effect = effect;
  }

  /** The readable records, in the order of their partitions; tombstones with a null value. */
  public <T extends Versioned> List<Event<T>> read(
      ConsumerRecords<String, byte[]> batch, Class<T> type) {
    // Not when the channel hands it out: a batch that waits there while the channel is paused is
    // not at work, and a stop would wait for it in vain
    topics(batch).forEach(topic -> flow.of(topic).taken());
    var binding = EventBinding.of(json, type);
    var events = new ArrayList<Event<T>>(batch.count());
    for (ConsumerRecord<String, byte[]> record : batch) {
      Event<T> event = read(record, binding);
      if (event != null) {
        events.add(event);
      }
    }
    return events;
  }

  private static Set<String> topics(ConsumerRecords<?, ?> batch) {
    return batch.partitions().stream().map(TopicPartition::topic).collect(Collectors.toSet());
  }

  private <T extends Versioned> Event<T> read(
      ConsumerRecord<String, byte[]> record, EventBinding<T> binding) {
    try {
      if (record.key() == null) {
        throw new UnusableEventException("the record has no key");
      }
      T value = record.value() == null ? null : binding.read(record.value());
      return new Event<>(RecordKey.decode(record.key()), value, record);
    } catch (UnreadableEventException | IllegalArgumentException e) {
      effect.persist("dead letter", record.topic(), () -> deadLetters.send(record, e));
      return null;
    }
  }
}
