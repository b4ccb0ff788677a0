package dev.bellwether.sentiment.messaging;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a batch of mentions asks for.
 *
 * @param scored by record key, the last of each: a score, or null for a mention that is no more. In
 *     the order of the log
 * @param changes by workspace, in the order of the log
 */
record MentionBatch(Map<String, ScoredMention> scored, Map<String, List<Change>> changes) {

  /**
   * UTF-16 units of an encoded key, and of a monitor's id: an index row of PostgreSQL holds about
   * 2,700 bytes.
   */
  static final int MAX_KEY = 800;

  MentionBatch() {
    this(new LinkedHashMap<>(), new TreeMap<>());
  }

  /**
   * Scores one mention and notes what it changes.
   *
   * @param mention null for a tombstone
   * @throws IllegalArgumentException when key and mention break the contract, without a word of
   *     their content
   */
  void add(RecordKey key, Mention mention, SentimentScorer scorer) {
    var parts = key.parts();
    require(parts.size() == 2, "the key is not workspace and mention id");
    require(key.encode().length() <= MAX_KEY, "the key is longer than " + MAX_KEY + " characters");
    if (mention == null) {
      remove(key, new Change.Gone(parts.get(1)));
      return;
    }
    require(
        parts.get(0).equals(mention.workspace()) && parts.get(1).equals(mention.id()),
        "key and value name different mentions");
    require(
        mention.revision() >= 1 && mention.cause() != null, "the mention has no revision or cause");
    if (mention.cause() == Cause.ERASED) {
      remove(key, new Change.Erased(mention.id(), mention.revision()));
      return;
    }
    require(
        mention.text() != null && mention.createdAt() != null,
        "the mention has no text or createdAt");
    require(
        mention.monitors().stream()
            .noneMatch(monitor -> monitor.isEmpty() || monitor.length() > MAX_KEY),
        "a monitor's id is empty or longer than " + MAX_KEY + " characters");
    score(key, mention, scorer);
  }

  private void remove(RecordKey key, Change change) {
    scored.put(key.encode(), null);
    changesOf(key).add(change);
  }

  private void score(RecordKey key, Mention mention, SentimentScorer scorer) {
    var score = scorer.score(mention.text(), mention.language());
    scored.put(
        key.encode(),
        new ScoredMention(
            ScoredMention.SCHEMA_VERSION,
            mention.workspace(),
            mention.id(),
            mention.revision(),
            score.label(),
            score.probabilities(),
            score.model(),
            null,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            mention.monitors(),
            mention.createdAt()));
    changesOf(key)
        .add(
            new Change.Scored(
                mention.id(),
                mention.revision(),
                mention.createdAt(),
                score.label(),
                mention.monitors()));
  }

  private List<Change> changesOf(RecordKey key) {
    return changes.computeIfAbsent(key.parts().getFirst(), workspace -> new ArrayList<>());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new UnusableEventException(otherwise);
    }
  }
}
