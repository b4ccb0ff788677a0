package dev.bellwether.sentiment.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.Mentions;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.Contribution;
import dev.bellwether.sentiment.rollup.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MentionBatchTest {

  private static final RecordKey KEY = RecordKey.of("w", "x:1");

  private final MentionBatch batch = new MentionBatch();
  private final List<String> scored = new ArrayList<>();

  @Test
  void ofSeveralRevisionsOnlyTheNewestIsScored() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 2, "newer"));
    batch.add(RecordKey.of("w", "x:2"), Mentions.in("w").revision("x:2", 1, "another's"));
    batch.add(KEY, Mentions.in("w").revision("x:1", 3, "newest"));
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "late"));
    var changes = changes().get("w");
    assertEquals(List.of("newest", "another's"), scored);
    assertEquals(List.of("x:1", "x:2"), changes.stream().map(Change::mention).toList());
  }

  @Test
  void anErasedRevisionIsNotScoredAndNeitherIsWhatItErases() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "secret"));
    batch.add(KEY, Mentions.in("w").caused(Cause.ERASED, "x:1", 2));
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "late"));
    assertEquals(Map.of("w", List.of(new Change.Erased("x:1", 2))), changes());
    assertEquals(List.of(), scored);
  }

  @Test
  void whatCameBeforeATombstoneIsCountedBeforeItIsForgotten() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "was there"));
    batch.add(KEY, null);
    var changes = changes().get("w");
    assertEquals(List.of("was there"), scored);
    assertEquals(new Change.Gone("x:1"), changes.getLast());
    assertEquals(2, changes.size());
  }

  @Test
  void changesAreToldByWorkspace() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "one"));
    batch.add(RecordKey.of("v", "x:1"), Mentions.in("v").revision("x:1", 1, "other"));
    assertEquals(List.of("v", "w"), List.copyOf(changes().keySet()));
  }

  @Test
  void whatBreaksTheContractIsRefusedWithoutAWordOfItsContent() {
    refused(RecordKey.of("w", "x:2"), "secret");
    refused(RecordKey.of("other", "x:1"), "secret");
    refused(RecordKey.of("w"), "secret");
    refused(RecordKey.of("w", "x:1".repeat(400)), "secret");
    refused(KEY, null);
  }

  @Test
  void aCorrectionNamesItsKeysMentionAndALabelThatAPersonMaySay() {
    var corrections = new CorrectionBatch();
    corrections.add(KEY, Scores.correction("x:1", SentimentLabel.NEGATIVE));
    corrections.add(KEY, null);
    assertEquals(2, corrections.changes().get("w").size());
    refused(corrections, RecordKey.of("w", "x:2"), SentimentLabel.NEGATIVE);
    refused(corrections, RecordKey.of("v", "x:1"), SentimentLabel.NEGATIVE);
    refused(corrections, KEY, SentimentLabel.UNKNOWN);
    refused(corrections, KEY, null);
  }

  private static void refused(CorrectionBatch corrections, RecordKey key, SentimentLabel label) {
    Correction correction = Scores.correction("x:1", label);
    assertThrows(IllegalArgumentException.class, () -> corrections.add(key, correction));
  }

  private void refused(RecordKey key, String text) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> batch.add(key, Mentions.in("w").revision("x:1", 1, text)));
    assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
  }

  private Map<String, List<Change>> changes() {
    return batch.changes(mentions -> mentions.stream().map(this::score).toList());
  }

  private Contribution score(Mention mention) {
    scored.add(mention.text());
    return Contribution.of(
        Scores.score(
            mention.id(),
            mention.revision(),
            mention.createdAt(),
            SentimentLabel.NEUTRAL,
            mention.monitors()),
        null,
        0,
        false);
  }
}
