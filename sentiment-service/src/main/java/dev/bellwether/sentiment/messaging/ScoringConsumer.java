package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.kit.messaging.BatchTransaction;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Mentions and corrections in, counts and scores out.
 *
 * <p>Both topics have the same keys and as many partitions, and one consumer reads both with the
 * range assignor, which gives partition n of each to the same member: so a mention and its
 * correction are worked off one after the other, never beside each other.
 *
 * <p>First the counts are changed in PostgreSQL; then one Kafka transaction writes the scores and
 * commits the offsets of the batch. A crash in between means that the batch is read again: the
 * counts know the revisions they have, and what is published follows from what is kept, so that it
 * is published then.
 */
@ApplicationScoped
public class ScoringConsumer {

  private final EventReader reader;
  private final IdempotentEffect effect;
  private final MentionEffects effects;
  private final MonitorsTable monitors;
  private final BatchTransaction transaction;
  private final ScoreMetrics metrics;

  ScoringConsumer(
      EventReader reader,
      IdempotentEffect effect,
      MentionEffects effects,
      MonitorsTable monitors,
      BatchTransaction transaction,
      ScoreMetrics metrics) {
    this.reader = reader;
    this.effect = effect;
    this.effects = effects;
    this.monitors = monitors;
    this.transaction = transaction;
    this.metrics = metrics;
  }

  // A worker thread rather than a virtual one: batches must be taken in order, and only this mode
  // keeps it.
  @Incoming("mentions_in")
  @Blocking
  public void records(
      ConsumerRecords<String, byte[]> records,
      IncomingKafkaRecordBatchMetadata<String, byte[]> metadata) {
    monitors.awaitWhole();
    var outcome = new Outcome();
    effect.apply(
        "scoring mentions",
        reader.read(of(Topics.MENTIONS, records), Mention.class),
        events -> effects.score(events, outcome));
    effect.apply(
        "correcting scores",
        reader.read(of(Topics.CORRECTIONS, records), Correction.class),
        events -> effects.correct(events, outcome));
    if (transaction.commit(metadata, after(records), effects.publications(outcome))) {
      metrics.count(outcome);
    }
  }

  private static ConsumerRecords<String, byte[]> of(
      String topic, ConsumerRecords<String, byte[]> records) {
    var some = new HashMap<TopicPartition, List<ConsumerRecord<String, byte[]>>>();
    for (var partition : records.partitions()) {
      if (partition.topic().equals(topic)) {
        some.put(partition, records.records(partition));
      }
    }
    return new ConsumerRecords<>(some, Map.of());
  }

  /** Where to read on. */
  private static Map<TopicPartition, OffsetAndMetadata> after(
      ConsumerRecords<String, byte[]> records) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    for (var partition : records.partitions()) {
      var last = records.records(partition).getLast();
      offsets.put(partition, new OffsetAndMetadata(last.offset() + 1, last.leaderEpoch(), ""));
    }
    return offsets;
  }
}
