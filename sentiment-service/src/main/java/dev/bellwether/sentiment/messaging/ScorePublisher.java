package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes scores, and returns only when Kafka has them all. */
@Singleton
class ScorePublisher {

  private final MutinyEmitter<Record<String, ScoredMention>> scores;

  private final MeterRegistry metrics;

  // Unbounded, because a batch is handed over at once and waited for: the batch's size is the
  // bound.
  ScorePublisher(
      @Channel("scored_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, ScoredMention>> scores,
      MeterRegistry metrics) {
    this.scores = scores;
    this.metrics = metrics;
  }

  /**
   * @param byKey null for a tombstone
   * @param traces by key, which trace the score belongs to
   * @throws dev.bellwether.kit.problem.ProblemException when one was not written; writing all of
   *     them again does no harm
   */
  void publish(Map<String, ScoredMention> byKey, Map<String, TracingMetadata> traces) {
    if (byKey.isEmpty()) {
      return;
    }
    var sends = new ArrayList<Uni<Void>>(byKey.size());
    byKey.forEach(
        (key, score) ->
            sends.add(
                scores.sendMessage(
                    Message.of(Record.of(key, score), Metadata.of(traces.get(key))))));
    AcknowledgedSend.await(() -> Uni.join().all(sends).andCollectFailures());
    byKey.values().stream().filter(Objects::nonNull).forEach(this::count);
  }

  private void count(ScoredMention score) {
    metrics.counter("bellwether.scored.mentions", "label", score.label().wireName()).increment();
  }
}
