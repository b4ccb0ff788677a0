package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.sentiment.model.Score;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a batch of records asks for.
 *
 * @param scored by key, the last of each: a score, or null for a mention that is no more. In the order of the log
 * @param changes by workspace, in the order of the log
 * @param refused records to set aside, with the reason
 */
record MentionBatch(
    Map<String, ScoredMention> scored,
    Map<String, List<SourcedChange>> changes,
    List<Refused> refused) {

  /** A change and the record it came from. */
  record SourcedChange(Change change, ConsumerRecord<String, byte[]> record) {}

  /** A record to set aside. */
  record Refused(ConsumerRecord<String, byte[]> record, String reason) {}

  /** Reads and scores every record. */
  static MentionBatch of(Iterable<ConsumerRecord<String, byte[]>> records, MentionReader reader, SentimentScorer scorer) {
    var batch = new MentionBatch(new LinkedHashMap<>(), new TreeMap<>(), new ArrayList<>());
    for (var record : records) {
      switch (reader.read(record.key(), record.value())) {
        case MentionRecord.Present present -> {
          var scored = scored(present.mention(), scorer);
          batch.scored.put(record.key(), scored);
          batch.add(scored.workspace(), change(scored), record);
        }
        case MentionRecord.Erased erased -> {
          batch.scored.put(record.key(), null);
          batch.add(erased.workspace(), new Change.Erased(erased.mention(), erased.revision()), record);
        }
        case MentionRecord.Tombstone gone -> {
          batch.scored.put(record.key(), null);
          batch.add(gone.workspace(), new Change.Gone(gone.mention()), record);
        }
        case MentionRecord.Poison poison -> batch.refused.add(new Refused(record, poison.reason()));
      }
    }
    return batch;
  }

  private void add(String workspace, Change change, ConsumerRecord<String, byte[]> record) {
    changes.computeIfAbsent(workspace, w -> new ArrayList<>()).add(new SourcedChange(change, record));
  }

  private static ScoredMention scored(Mention mention, SentimentScorer scorer) {
    Score score = scorer.score(mention.text(), mention.language());
    return new ScoredMention(
        ScoredMention.SCHEMA_VERSION,
        mention.workspace(),
        mention.id(),
        mention.revision(),
        score.label(),
        score.probabilities(),
        score.model(),
        mention.monitors(),
        mention.createdAt());
  }

  private static Change change(ScoredMention scored) {
    return new Change.Scored(
        scored.mentionId(), scored.revision(), scored.createdAt(), scored.label(), scored.monitors());
  }
}
