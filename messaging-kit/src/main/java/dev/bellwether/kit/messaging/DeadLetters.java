package dev.bellwether.kit.messaging;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.StorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Puts a record that cannot be used aside, as it came, on {@code <topic>-dlq}. Its headers say
 * where it stood and what was wrong ({@link DeadLetterHeaders}).
 */
@ApplicationScoped
public class DeadLetters {

  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private static final int DEEPEST = 10;

  private final MutinyEmitter<Record<String, byte[]>> letters;
  private final MeterRegistry metrics;
  private final String application;

  public DeadLetters(
      @Channel("dead_letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, byte[]>> letters,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.letters = letters;
    this.metrics = metrics;
    this.application = application;
  }

  /** Returns once Kafka has it, so that the record's offset may be committed. */
  public void send(ConsumerRecord<String, byte[]> record, Exception why) {
    LOG.warnf(
        "%s partition %d offset %d cannot be used (%s): to the dead letters",
        record.topic(), record.partition(), record.offset(), why.getClass().getSimpleName());
    var headers = new RecordHeaders(record.headers().toArray());
    add(headers, DeadLetterHeaders.TOPIC, record.topic());
    add(headers, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
    add(headers, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
    add(headers, DeadLetterHeaders.APPLICATION, application);
    add(headers, DeadLetterHeaders.ERROR_CLASS, why.getClass().getName());
    if (record.key() == null) {
      add(headers, DeadLetterHeaders.KEYLESS, "true");
    }
    try {
      add(headers, DeadLetterHeaders.ERROR_MESSAGE, reason(why));
      send(record, record.value(), headers);
    } catch (ProblemException e) {
      if (record.value() == null || !isTooLarge(e)) {
        throw e;
      }
      // Tried again it would hold up its partition for ever
      headers.remove(DeadLetterHeaders.ERROR_MESSAGE);
      add(
          headers,
          DeadLetterHeaders.ERROR_MESSAGE,
          reason(why) + "; its value was too large to keep");
      add(headers, DeadLetterHeaders.VALUE_LEFT_OUT, Integer.toString(record.value().length));
      send(record, null, headers);
    }
    metrics.counter("bellwether.dead.letters", "topic", record.topic()).increment();
  }

  private void send(ConsumerRecord<String, byte[]> record, byte[] value, RecordHeaders headers) {
    var metadata =
        OutgoingKafkaRecordMetadata.<String>builder()
            .withTopic(Topics.deadLettersOf(record.topic()))
            .withHeaders(headers)
            .build();
    // A pair, since a tombstone has no value and a message must have a payload.
    var letter = Record.of(keyOf(record), value);
    var trace = TraceContext.of(record);
    AcknowledgedSend.await(
        () -> letters.sendMessage(Message.of(letter, Metadata.of(metadata, trace))));
  }

  /** The letters' topic is compacted and takes nothing without a key. */
  private static String keyOf(ConsumerRecord<String, byte[]> record) {
    return record.key() != null
        ? record.key()
        : RecordKey.of(
                "keyless",
                record.topic(),
                Integer.toString(record.partition()),
                Long.toString(record.offset()))
            .encode();
  }

  /** The words of exceptions that are ours; those of others quote what they found. */
  private static String reason(Exception why) {
    return switch (why) {
      case UnreadableEventException _, UnusableEventException _, StorageException _ ->
          why.getMessage();
      default -> why.getClass().getSimpleName();
    };
  }

  private static boolean isTooLarge(Throwable refused) {
    return Stream.iterate(refused, why -> why != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(why -> why instanceof RecordTooLargeException);
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
