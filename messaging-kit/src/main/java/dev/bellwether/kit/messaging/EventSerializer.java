package dev.bellwether.kit.messaging;

import io.quarkus.kafka.client.serialization.ObjectMapperSerializer;

/**
 * JSON, but a tombstone stays a record without a value: Quarkus' serializer alone writes the four
 * letters {@code null}.
 */
public class EventSerializer extends ObjectMapperSerializer<Object> {

  @Override
  public byte[] serialize(String topic, Object event) {
    return event == null ? null : super.serialize(topic, event);
  }
}
