package dev.bellwether.local.replay;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.local.suite.SuiteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters of one topic, in one partition.
 *
 * @param topic the topic whose letters they are
 */
record DeadLetterTopic(KafkaAccess kafka, String topic) {

  private static final Pattern COMMA = Pattern.compile(",");

  String name() {
    return Topics.deadLettersOf(topic);
  }

  /**
   * The records that wait for somebody, in the order in which they came; their values stay where
   * they are.
   *
   * @throws SuiteException when the broker has no such topic
   */
  List<DeadRecord> waiting() {
    var letters = new ArrayList<Letter>();
    Set<Long> settled = new HashSet<>();
    new TopicScan(kafka)
        .toTheEnd(
            Map.of(partition(), beginning()),
            record -> {
              var receipt = Letter.text(record.headers(), DeadLetterHeaders.SETTLES);
              // a letter may bear any header that its record bore
              boolean written = Letter.of(record).origin().isPresent();
              if (!written && receipt.isEmpty() && record.value() == null) {
                // an erasure: whatever had the key is gone, and only not yet compacted away
                letters.removeIf(letter -> Objects.equals(letter.key(), record.key()));
              } else if (!written && receipt.isPresent()) {
                COMMA.splitAsStream(receipt.get()).map(Long::valueOf).forEach(settled::add);
              } else {
                letters.add(Letter.of(record));
              }
            });
    return letters.stream()
        .filter(letter -> !settled.contains(letter.offset()))
        .collect(
            Collectors.groupingBy(
                letter -> letter.origin().<Object>map(Function.identity()).orElse(letter.offset()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(DeadRecord::new)
        .toList();
  }

  /** The letters at these offsets, whole. */
  Map<Long, ConsumerRecord<String, byte[]>> whole(Collection<Long> offsets) {
    var found = new HashMap<Long, ConsumerRecord<String, byte[]>>();
    if (offsets.isEmpty()) {
      return found;
    }
    long first = offsets.stream().min(Long::compare).orElseThrow();
    long last = offsets.stream().max(Long::compare).orElseThrow();
    new TopicScan(kafka)
        .uncommitted(
            Map.of(partition(), first),
            Map.of(partition(), last + 1),
            record -> {
              if (offsets.contains(record.offset())) {
                found.put(record.offset(), record);
              }
            });
    return found;
  }

  private long beginning() {
    try (var consumer = kafka.consumer(IsolationLevel.READ_COMMITTED)) {
      if (!consumer.listTopics().containsKey(name())) {
        throw new SuiteException(
            "the broker at %s has no topic %s".formatted(kafka.at().bootstrapServers(), name()));
      }
      return consumer.beginningOffsets(Set.of(partition())).get(partition());
    }
  }

  private TopicPartition partition() {
    return new TopicPartition(name(), 0);
  }
}
