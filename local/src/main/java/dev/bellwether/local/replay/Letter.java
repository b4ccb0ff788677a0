package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * What a dead letter says of itself, without the value, which may hold personal data.
 *
 * @param offset on the dead letters' topic
 * @param at when it came there
 * @param key of the record; may be null
 * @param origin empty where no reader of ours has written the letter
 * @param application the service that could not use the record
 * @param errorClass simple name of the exception
 * @param message what was wrong
 * @param replayed how often the record had been replayed before it failed again
 */
record Letter(
    long offset,
    Instant at,
    String key,
    Optional<Origin> origin,
    String application,
    String errorClass,
    String message,
    int replayed) {

  static Letter of(ConsumerRecord<String, byte[]> record) {
    var headers = record.headers();
    return new Letter(
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        headers.lastHeader(DeadLetterHeaders.KEYLESS) == null ? record.key() : null,
        origin(headers),
        text(headers, DeadLetterHeaders.APPLICATION).orElse("unknown"),
        text(headers, DeadLetterHeaders.ERROR_CLASS)
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .orElse("unknown"),
        text(headers, DeadLetterHeaders.ERROR_MESSAGE).orElse(""),
        number(headers, DeadLetterHeaders.REPLAYED).orElse(0L).intValue());
  }

  private static Optional<Origin> origin(Headers headers) {
    var topic = text(headers, DeadLetterHeaders.TOPIC);
    var partition = number(headers, DeadLetterHeaders.PARTITION);
    var offset = number(headers, DeadLetterHeaders.OFFSET);
    return topic.isEmpty() || partition.isEmpty() || offset.isEmpty()
        ? Optional.empty()
        : Optional.of(new Origin(topic.get(), partition.get().intValue(), offset.get()));
  }

  static Optional<String> text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static Optional<Long> number(Headers headers, String name) {
    try {
      return text(headers, name).map(Long::valueOf);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
