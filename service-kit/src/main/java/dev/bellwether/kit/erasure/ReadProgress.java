package dev.bellwether.kit.erasure;

import dev.bellwether.contracts.erasure.Erasure;
import dev.bellwether.contracts.kafka.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a service's groups have come, as the broker knows it: whichever replica does the reading.
 *
 * @param groups all of which read {@code mentions}; the first one reads {@code downstream} too
 * @param downstream a topic of the service's own, by which what it has read goes on inside it; null
 *     where there is none
 * @param reader without a group, reads committed records only
 */
record ReadProgress(
    Admin admin, Consumer<String, byte[]> reader, List<String> groups, String downstream) {

  private static final long PATIENCE_SECONDS = 20;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int MOST_POLLS = 50;

  /** Whether every group has read {@code mentions} up to where the erasure says. */
  boolean reached(Erasure erasure) throws InterruptedException {
    for (String group : groups) {
      var committed = committed(group);
      for (Erasure.Place place : erasure.through()) {
        var at = committed.get(new TopicPartition(Topics.MENTIONS, place.partition()));
        if (at == null || at.offset() < place.offset()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Where {@code downstream} ends now, by partition; empty where there is none. */
  Map<TopicPartition, Long> downstreamEnds() throws InterruptedException {
    var ends = new HashMap<TopicPartition, Long>();
    if (downstream == null) {
      return ends;
    }
    var topic =
        get(admin.describeTopics(List.of(downstream)).allTopicNames().toCompletionStage())
            .get(downstream);
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    topic
        .partitions()
        .forEach(
            p -> asked.put(new TopicPartition(downstream, p.partition()), OffsetSpec.latest()));
    get(admin.listOffsets(asked).all().toCompletionStage())
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  /**
   * Whether the first group has read {@code downstream} up to these ends. An offset may belong to a
   * transaction's marker, which nobody reads: so what lies between is looked at.
   */
  boolean downstreamReached(Map<TopicPartition, Long> ends) throws InterruptedException {
    if (ends.isEmpty()) {
      return true;
    }
    var committed = committed(groups.getFirst());
    for (var end : ends.entrySet()) {
      var at = committed.get(end.getKey());
      long from = at == null ? 0 : at.offset();
      if (from < end.getValue() && holdsRecords(end.getKey(), from, end.getValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean holdsRecords(TopicPartition partition, long from, long to) {
    reader.assign(List.of(partition));
    reader.seek(partition, from);
    for (int i = 0; i < MOST_POLLS && reader.position(partition) < to; i++) {
      for (var record : reader.poll(POLL)) {
        if (record.offset() < to) {
          return true;
        }
      }
    }
    return reader.position(partition) < to;
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(String group)
      throws InterruptedException {
    return get(
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().toCompletionStage());
  }

  private static <T> T get(CompletionStage<T> answer) throws InterruptedException {
    try {
      return answer.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("the broker does not say how far a group has come", e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("the broker does not answer", e);
    }
  }
}
