package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.sentiment.messaging.MentionBatch.Refused;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes scores and dead letters, and returns only when Kafka has them all. */
@Singleton
class ScorePublisher {

  private final Emitter<Record<String, ScoredMention>> scored;
  private final Emitter<Record<String, byte[]>> deadLetters;

  // Unbounded, because a batch is handed over at once and waited for: the batch's size is the bound.
  ScorePublisher(
      @Channel("scored_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<Record<String, ScoredMention>> scored,
      @Channel("mentions_dlq_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<Record<String, byte[]>> deadLetters) {
    this.scored = scored;
    this.deadLetters = deadLetters;
  }

  /**
   * @param scores by key; null for a tombstone
   * @throws java.util.concurrent.CompletionException when one was not written; writing all of them again does no harm
   */
  void publish(Map<String, ScoredMention> scores) {
    var written = new ArrayList<CompletableFuture<Void>>(scores.size());
    scores.forEach((key, score) -> written.add(scored.send(Record.of(key, score)).toCompletableFuture()));
    awaitAll(written);
  }

  /** Sets records aside, with SmallRye's header names, so that one tool replays the dead letters of every service. */
  void setAside(List<Refused> refused) {
    var written = new ArrayList<CompletableFuture<Void>>(refused.size());
    for (var one : refused) {
      var done = new CompletableFuture<Void>();
      var record = one.record();
      var headers =
          new RecordHeaders(record.headers().toArray())
              .add("dead-letter-reason", utf8(one.reason()))
              .add("dead-letter-topic", utf8(record.topic()))
              .add("dead-letter-partition", utf8(Integer.toString(record.partition())))
              .add("dead-letter-offset", utf8(Long.toString(record.offset())));
      deadLetters.send(
          Message.of(
              Record.of(record.key(), record.value()),
              Metadata.of(OutgoingKafkaRecordMetadata.builder().withHeaders(headers).build()),
              () -> {
                done.complete(null);
                return CompletableFuture.completedFuture(null);
              },
              failure -> {
                done.completeExceptionally(failure);
                return CompletableFuture.completedFuture(null);
              }));
      written.add(done);
    }
    awaitAll(written);
  }

  private static void awaitAll(List<CompletableFuture<Void>> written) {
    CompletableFuture.allOf(written.toArray(CompletableFuture[]::new)).join();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
