package dev.bellwether.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes mentions to Kafka in ingest's place. */
final class MentionWriter implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final KafkaProducer<String, byte[]> producer;

  MentionWriter(String bootstrapServers) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20, "compression.type", "lz4");
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  void write(Mention mention) {
    producer.send(
        new ProducerRecord<>(
            Topics.MENTIONS,
            RecordKey.of(mention.workspace(), mention.id()).encode(),
            bytes(mention)));
  }

  /** Returns when the broker has all that was written. */
  void flush() {
    producer.flush();
  }

  private static byte[] bytes(Mention mention) {
    try {
      return JSON.writeValueAsBytes(mention);
    } catch (IOException e) {
      throw new UncheckedIOException("a mention is always JSON", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
