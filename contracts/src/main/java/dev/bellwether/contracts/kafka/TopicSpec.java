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

  static TopicSpec compacted(String name, int partitions) {
    return new TopicSpec(name, partitions, Map.of("cleanup.policy", "compact"));
  }

  static TopicSpec kept(String name, int partitions, Duration kept) {
    return new TopicSpec(
        name,
        partitions,
        Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(kept.toMillis())));
  }
}
