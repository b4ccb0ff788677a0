package dev.bellwether.kit.messaging;

import dev.bellwether.contracts.kafka.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Puts a record that cannot be used aside, as it came, on {@code <topic>-dlq}. Its headers say
 * where it stood and what was wrong, under the names that Kafka Connect uses, so that known tools
 * show them.
 */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final MutinyEmitter<byte[]> letters;
  private final MeterRegistry metrics;
  private final String application;

  public DeadLetters(
      @Channel("dead_letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<byte[]> letters,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.letters = letters;
    this.metrics = metrics;
    this.application = application;
  }

  /** Returns once Kafka has it, so that the record's offset may be committed. */
  public void send(ConsumerRecord<String, byte[]> record, Exception why) {
    // The message of a parser quotes the record, which may hold personal data: only its kind is
    // logged.
    LOG.warnf(
        "%s partition %d offset %d cannot be used (%s): to the dead letters",
        record.topic(), record.partition(), record.offset(), why.getClass().getSimpleName());
    var headers = new RecordHeaders(record.headers().toArray());
    add(headers, "__connect.errors.topic", record.topic());
    add(headers, "__connect.errors.partition", Integer.toString(record.partition()));
    add(headers, "__connect.errors.offset", Long.toString(record.offset()));
    add(headers, "__connect.errors.connector.name", application);
    add(headers, "__connect.errors.exception.class.name", why.getClass().getName());
    add(headers, "__connect.errors.exception.message", String.valueOf(why.getMessage()));
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(Topics.deadLettersOf(record.topic()))
            .withKey(record.key())
            .withHeaders(headers)
            .build();
    // A tombstone has no payload; Reactive Messaging wants one.
    byte[] value = record.value() == null ? new byte[0] : record.value();
    var trace = TraceContext.of(record);
    AcknowledgedSend.await(
        () -> letters.sendMessage(Message.of(value, Metadata.of(metadata, trace))));
    metrics.counter("bellwether.dead.letters", "topic", record.topic()).increment();
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
