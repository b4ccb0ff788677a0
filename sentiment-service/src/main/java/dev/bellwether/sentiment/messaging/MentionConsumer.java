package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.messaging.EventReader;
import dev.bellwether.kit.messaging.IdempotentEffect;
import dev.bellwether.kit.messaging.TraceContext;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.storage.RollupStore;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.TracingMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Mentions in, counts and scores out. The offsets of a batch are committed after this method
 * returns, that is, after its counts stand in PostgreSQL and its scores in Kafka. A crash anywhere
 * before means that the batch is read again: the counts know the revisions they have, and the
 * scores are written again under the same keys.
 */
@ApplicationScoped
public class MentionConsumer {

  private final EventReader reader;
  private final IdempotentEffect effect;
  private final SentimentScorer scorer;
  private final RollupStore rollups;
  private final ScorePublisher publisher;

  MentionConsumer(
      EventReader reader,
      IdempotentEffect effect,
      SentimentScorer scorer,
      RollupStore rollups,
      ScorePublisher publisher) {
    this.reader = reader;
    this.effect = effect;
    this.scorer = scorer;
    this.rollups = rollups;
    this.publisher = publisher;
  }

  // A worker thread rather than a virtual one: batches must be taken in order, and only this mode
  // keeps it.
  @Incoming("mentions_in")
  @Blocking
  public void mentions(ConsumerRecords<String, byte[]> records) {
    effect.apply("scoring mentions", reader.read(records, Mention.class), this::scoreAndCount);
  }

  /**
   * Counts come first: they alone may refuse a mention, and its score should not be out by then.
   */
  private void scoreAndCount(List<Event<Mention>> events) {
    var batch = new MentionBatch();
    events.forEach(event -> batch.add(event.key(), event.value(), scorer));
    batch.changes().forEach(rollups::apply);
    // of two revisions of a mention the later one is scored, and its trace goes on
    var traces = new HashMap<String, TracingMetadata>();
    events.forEach(event -> traces.put(event.key().encode(), TraceContext.of(event.source())));
    publisher.publish(batch.scored(), traces);
  }
}
