package dev.bellwether.kit.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record of a topic, read.
 *
 * @param value null where the record is a tombstone
 * @param source the record as it came, for the dead letters
 */
public record Event<T>(RecordKey key, T value, ConsumerRecord<String, byte[]> source) {

  public boolean isTombstone() {
    return value == null;
  }
}
