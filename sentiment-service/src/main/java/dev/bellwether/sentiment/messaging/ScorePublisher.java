package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.messaging.AcknowledgedSend;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Map;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Writes scores, and returns only when Kafka has them all. */
@Singleton
class ScorePublisher {

  private final MutinyEmitter<Record<String, ScoredMention>> scores;

  // Unbounded, because a batch is handed over at once and waited for: the batch's size is the
  // bound.
  ScorePublisher(
      @Channel("scored_out") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          MutinyEmitter<Record<String, ScoredMention>> scores) {
    this.scores = scores;
  }

  /**
   * @param byKey null for a tombstone
   * @throws dev.bellwether.kit.problem.ProblemException when one was not written; writing all of
   *     them again does no harm
   */
  void publish(Map<String, ScoredMention> byKey) {
    if (byKey.isEmpty()) {
      return;
    }
    var sends = new ArrayList<Uni<Void>>(byKey.size());
    byKey.forEach((key, score) -> sends.add(scores.send(Record.of(key, score))));
    AcknowledgedSend.await(() -> Uni.join().all(sends).andCollectFailures());
  }
}
