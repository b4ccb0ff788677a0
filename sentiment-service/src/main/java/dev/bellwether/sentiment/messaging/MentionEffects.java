package dev.bellwether.sentiment.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.messaging.Publication;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.storage.RollupStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What mentions and corrections do to the database, and what is then to be published. */
@ApplicationScoped
class MentionEffects {

  private final Cores cores;
  private final MentionScoring scoring;
  private final RollupStore rollups;
  private final ObjectMapper json;

  MentionEffects(Cores cores, MentionScoring scoring, RollupStore rollups, ObjectMapper json) {
    this.cores = cores;
    this.scoring = scoring;
    this.rollups = rollups;
    this.json = json;
  }

  /** Scores and counts; done twice, it counts once. */
  void score(List<Event<Mention>> events, Outcome outcome) {
    var batch = new MentionBatch();
    events.forEach(event -> batch.add(event.key(), event.value()));
    apply(batch.changes(mentions -> cores.map(mentions, scoring::score)), sources(events), outcome);
  }

  /** Moves counts to the person's label, or back to the model's. */
  void correct(List<Event<Correction>> events, Outcome outcome) {
    var batch = new CorrectionBatch();
    events.forEach(event -> batch.add(event.key(), event.value()));
    apply(batch.changes(), sources(events), outcome);
  }

  private void apply(
      Map<String, List<Change>> changes,
      Map<String, ConsumerRecord<String, byte[]>> sources,
      Outcome outcome) {
    changes.forEach(
        (workspace, some) -> outcome.add(workspace, rollups.apply(workspace, some), sources));
  }

  /** Of several records of a key the last one's trace goes on. */
  private static <T> Map<String, ConsumerRecord<String, byte[]>> sources(List<Event<T>> events) {
    var sources = new HashMap<String, ConsumerRecord<String, byte[]>>();
    events.forEach(event -> sources.put(event.key().encode(), event.source()));
    return sources;
  }

  /** The records to write. */
  List<Publication> publications(Outcome outcome) {
    var publications =
        new ArrayList<>(
            cores.map(
                List.copyOf(outcome.scores().entrySet()),
                entry ->
                    new Publication(
                        Topics.SCORED_MENTIONS,
                        entry.getKey(),
                        encoded(entry.getValue().value()),
                        entry.getValue().because())));
    outcome
        .withdrawn()
        .forEach(
            (key, written) ->
                publications.add(
                    new Publication(Topics.CORRECTIONS, key, null, written.because())));
    return publications;
  }

  private byte[] encoded(Optional<ScoredMention> score) {
    try {
      return score.isEmpty() ? null : json.writeValueAsBytes(score.get());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a score that is no JSON", e);
    }
  }
}
