package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.sentiment.ScoredMention;
import io.quarkus.kafka.client.serialization.ObjectMapperSerializer;

/** JSON, but a tombstone stays a record without a value: Quarkus' serializer alone writes the four letters {@code null}. */
public class ScoredMentionSerializer extends ObjectMapperSerializer<ScoredMention> {

  @Override
  public byte[] serialize(String topic, ScoredMention score) {
    return score == null ? null : super.serialize(topic, score);
  }
}
