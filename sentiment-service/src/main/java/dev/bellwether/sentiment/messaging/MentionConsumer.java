package dev.bellwether.sentiment.messaging;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.sentiment.messaging.MentionBatch.Refused;
import dev.bellwether.sentiment.messaging.MentionBatch.SourcedChange;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.storage.RollupStore;
import dev.bellwether.sentiment.storage.SqlStates;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Mentions in, scores and counts out. The offsets of a batch are committed after this method returns, that is, after its
 * scores stand in Kafka and its counts in PostgreSQL. A crash anywhere before means that the batch is read again: scores
 * are written again under the same keys, and the counts know the revisions they have.
 */
@ApplicationScoped
public class MentionConsumer {

  private static final Logger LOG = Logger.getLogger(MentionConsumer.class);

  private final MentionReader reader;
  private final SentimentScorer scorer;
  private final ScorePublisher publisher;
  private final RollupStore rollups;
  private final Persistence persistence;

  MentionConsumer(
      ObjectMapper json, SentimentScorer scorer, ScorePublisher publisher, RollupStore rollups, Persistence persistence) {
    this.reader = new MentionReader(json);
    this.scorer = scorer;
    this.publisher = publisher;
    this.rollups = rollups;
    this.persistence = persistence;
  }

  // A worker thread rather than a virtual one: batches must be taken in order, and only this mode keeps it.
  @Incoming("mentions_in")
  @Blocking
  void consume(ConsumerRecords<String, byte[]> records) {
    var batch = MentionBatch.of(records, reader, scorer);
    persistence.untilDone("writing scores", () -> publisher.publish(batch.scored()), e -> false);
    batch.changes().forEach(this::count);
    setAside(batch.refused());
  }

  private void count(String workspace, List<SourcedChange> changes) {
    try {
      var plain = changes.stream().map(SourcedChange::change).toList();
      persistence.untilDone("counting", () -> rollups.apply(workspace, plain), MentionConsumer::refusesData);
    } catch (StorageException e) {
      if (changes.size() == 1) {
        setAside(List.of(new Refused(changes.getFirst().record(), "the database refuses the mention")));
      } else {
        // one bad row fails the whole transaction: find it by halves, so that the others count
        int half = changes.size() / 2;
        count(workspace, changes.subList(0, half));
        count(workspace, changes.subList(half, changes.size()));
      }
    }
  }

  private void setAside(List<Refused> refused) {
    for (var one : refused) {
      LOG.warnf(
          "%s-%d@%d set aside: %s", one.record().topic(), one.record().partition(), one.record().offset(), one.reason());
    }
    persistence.untilDone("writing dead letters", () -> publisher.setAside(refused), e -> false);
  }

  private static boolean refusesData(RuntimeException e) {
    return e instanceof StorageException storage && SqlStates.refusesData(storage);
  }
}
