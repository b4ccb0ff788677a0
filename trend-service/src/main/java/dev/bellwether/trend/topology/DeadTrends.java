package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.Topics;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jboss.logging.Logger;

/**
 * Puts a record of {@code trends} aside that the table of trends cannot read: a global table takes
 * its records before any of our code sees them. Mentions are read by {@link MentionReading}.
 */
@RegisterForReflection
public final class DeadTrends implements DeserializationExceptionHandler {

  private static final Logger LOG = Logger.getLogger(DeadTrends.class);

  private static final String SERVERS = ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;

  private static final int LARGEST = 16 << 20;

  private Object servers;

  @Override
  public void configure(Map<String, ?> streams) {
    servers = streams.get(SERVERS);
  }

  /** Goes on once the broker has it; fails, so that it is read again, where the broker has not. */
  @Override
  public DeserializationHandlerResponse handle(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    LOG.warnf(
        "%s partition %d offset %d cannot be read: to the dead letters",
        record.topic(), record.partition(), record.offset());
    try (var producer = producer()) {
      producer.send(letter(record)).get();
      return DeserializationHandlerResponse.CONTINUE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DeserializationHandlerResponse.FAIL;
    } catch (ExecutionException e) {
      LOG.error("Kafka did not take a dead letter", e);
      return DeserializationHandlerResponse.FAIL;
    }
  }

  /** Rare enough to make a producer for each. */
  private KafkaProducer<byte[], byte[]> producer() {
    var settings = new HashMap<String, Object>();
    settings.put(SERVERS, servers);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    // As for the letters of mentions: in application.properties
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record) {
    var headers = new RecordHeaders(record.headers().toArray());
    new LetterHeaders(record.topic(), record.partition(), record.offset(), "is no trend")
        .addTo(headers);
    return new ProducerRecord<>(
        Topics.deadLettersOf(record.topic()), null, record.key(), record.value(), headers);
  }
}
