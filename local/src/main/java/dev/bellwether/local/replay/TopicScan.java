package dev.bellwether.local.replay;

import dev.bellwether.local.suite.SuiteException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** Reads stretches of a topic once, holding none of it. */
record TopicScan(KafkaAccess kafka) {

  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration STALLED = Duration.ofSeconds(30);

  /**
   * From an offset of each partition to the end that is there now, where a transaction under way is
   * waited for: a commit returns before its records show.
   *
   * @return the ends, by partition
   */
  Map<TopicPartition, Long> toTheEnd(
      Map<TopicPartition, Long> from, Consumer<ConsumerRecord<String, byte[]>> each) {
    var ends = ends(from.keySet());
    try (var consumer = kafka.consumer(IsolationLevel.READ_COMMITTED)) {
      read(consumer, from, ends, each);
      return ends;
    }
  }

  private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions) {
    try (var consumer = kafka.consumer(IsolationLevel.READ_UNCOMMITTED)) {
      return consumer.endOffsets(partitions);
    }
  }

  /** From an offset of each partition to another, with what is not yet committed. */
  void uncommitted(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    try (var consumer = kafka.consumer(IsolationLevel.READ_UNCOMMITTED)) {
      read(consumer, from, to, each);
    }
  }

  private static void read(
      KafkaConsumer<String, byte[]> consumer,
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<String, byte[]>> each) {
    var open =
        from.keySet().stream()
            .filter(partition -> from.get(partition) < to.get(partition))
            .toList();
    consumer.assign(open);
    open.forEach(partition -> consumer.seek(partition, from.get(partition)));
    long moved = System.nanoTime();
    while (!open.isEmpty()) {
      long before = open.stream().mapToLong(consumer::position).sum();
      for (var record : consumer.poll(POLL)) {
        if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
          each.accept(record);
        }
      }
      if (open.stream().mapToLong(consumer::position).sum() != before) {
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > STALLED.toNanos()) {
        throw new SuiteException(
            "the broker no longer answers, or a transaction stays open: try again in a minute");
      }
      var done = open.stream().filter(p -> consumer.position(p) >= to.get(p)).toList();
      if (!done.isEmpty()) {
        open = open.stream().filter(p -> !done.contains(p)).toList();
        consumer.assign(open);
      }
    }
  }
}
