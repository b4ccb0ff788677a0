package dev.bellwether.kit.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A producer of transactions that outlives its failures: one that is fenced, or no longer knows
 * what became of its transaction, is closed, and the next has the broker end what was left open.
 * Not safe for two threads at once.
 */
public final class TransactionalProducer implements AutoCloseable {

  private final Supplier<Producer<String, byte[]>> clients;
  private volatile Producer<String, byte[]> producer;

  /**
   * @param clients makes producers with one and the same {@code transactional.id}
   */
  public TransactionalProducer(Supplier<Producer<String, byte[]>> clients) {
    this.clients = clients;
  }

  /**
   * Has a producer ready whose predecessor's transaction, if there was one, is committed or aborted
   * for good.
   *
   * @throws KafkaException when the broker is away
   */
  public void open() {
    if (producer != null) {
      return;
    }
    var next = clients.get();
    try {
      next.initTransactions();
      producer = next;
    } finally {
      if (producer == null) {
        next.close(Duration.ZERO);
      }
    }
  }

  /**
   * Writes records, and how far a group has read because of which, and returns once both are
   * committed together.
   *
   * @throws CommitFailedException when the group has given the partitions to others: nothing is
   *     written, nor ever will be
   * @throws KafkaException when it failed otherwise; it may yet have been committed, which is
   *     certain after the next {@link #open}
   */
  public void commit(
      List<ProducerRecord<String, byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      ConsumerGroupMetadata group) {
    open();
    boolean settled = false;
    try {
      producer.beginTransaction();
      // What fails here fails the commit, which waits for all of them
      records.forEach(producer::send);
      producer.sendOffsetsToTransaction(offsets, group);
      producer.commitTransaction();
      settled = true;
    } catch (CommitFailedException e) {
      producer.abortTransaction();
      settled = true;
      throw e;
    } finally {
      if (!settled) {
        close();
      }
    }
  }

  /** Leaves an open transaction to whoever opens the next one with the same id. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }
}
