package dev.bellwether.contracts.kafka;

import java.time.Duration;
import java.util.Map;

/**
 * A topic as a broker must be told of it.
 *
 * @param partitions at least 1
 * @param config broker settings of the topic, by their Kafka names
 */
public record TopicSpec(String name, int partitions, Map<String, String> config) {

  /**
   * What a dead letter may be: twice a broker's default for a record, so that the largest still
   * fits with its error in the headers.
   */
  public static final int DEAD_LETTER_BYTES = 2 * 1024 * 1024;

  static TopicSpec compacted(String name, int partitions) {
    return new TopicSpec(name, partitions, Map.of("cleanup.policy", "compact"));
  }

  /** One partition, so that the letters stand in the order in which they came. */
  static TopicSpec deadLetters(String topic, Duration kept) {
    return new TopicSpec(
        Topics.deadLettersOf(topic),
        1,
        Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            Long.toString(kept.toMillis()),
            "max.message.bytes",
            Integer.toString(DEAD_LETTER_BYTES)));
  }

  public boolean isCompacted() {
    return "compact".equals(config.get("cleanup.policy"));
  }
}
