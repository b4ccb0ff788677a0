package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.EventTypes;
import dev.bellwether.kit.event.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/** Where a record stood that could not be read, and why it could not. */
public record LetterHeaders(String topic, int partition, long offset, String reason) {

  public void addTo(Headers headers) {
    add(headers, DeadLetterHeaders.TOPIC, topic);
    add(headers, DeadLetterHeaders.PARTITION, Integer.toString(partition));
    add(headers, DeadLetterHeaders.OFFSET, Long.toString(offset));
    add(headers, DeadLetterHeaders.APPLICATION, EventTypes.TREND_FOUND.writers().getFirst());
    add(headers, DeadLetterHeaders.ERROR_CLASS, UnreadableEventException.class.getName());
    add(headers, DeadLetterHeaders.ERROR_MESSAGE, reason);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
