package dev.bellwether.local.bench;

import dev.bellwether.local.suite.SuiteException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a consumer group is behind: a service is done with a record when its group has committed
 * that it has read it.
 *
 * @param name of the service, for a person
 * @param topics what the group reads of which the benchmark waits for
 */
record GroupLag(Admin broker, String group, String name, Predicate<String> topics) {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(1);

  /**
   * Returns when the group has committed everything that stands on its topics, what it writes to
   * them meanwhile included.
   *
   * @throws SuiteException when it does not get on for a minute
   */
  void awaitNone() throws InterruptedException {
    long best = Long.MAX_VALUE;
    long moved = System.nanoTime();
    while (true) {
      long left = records();
      if (left == 0) {
        return;
      }
      if (left < best) {
        best = left;
        moved = System.nanoTime();
      } else if (System.nanoTime() - moved > LONGEST_STANDSTILL.toNanos()) {
        throw new SuiteException("%s stands still with %,d records to go".formatted(name, left));
      }
      Thread.sleep(PAUSE);
    }
  }

  /** Records that are there and not committed; the ends are read after what was committed. */
  private long records() throws InterruptedException {
    var committed = get(broker.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    long left = 0;
    for (var end : ends().entrySet()) {
      var at = committed.get(end.getKey());
      left += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
    }
    return left;
  }

  private Map<TopicPartition, Long> ends() throws InterruptedException {
    Set<String> names =
        get(broker.listTopics().names()).stream().filter(topics).collect(Collectors.toSet());
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    for (var topic : get(broker.describeTopics(names).allTopicNames()).values()) {
      for (var partition : topic.partitions()) {
        asked.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
    }
    return get(broker.listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new SuiteException("the broker does not answer: " + e.getCause().getMessage(), e);
    }
  }
}
