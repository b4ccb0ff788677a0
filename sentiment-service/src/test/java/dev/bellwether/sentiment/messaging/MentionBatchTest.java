package dev.bellwether.sentiment.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.CommittedModel;
import dev.bellwether.sentiment.Mentions;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionBatchTest {

  private static final SentimentScorer SCORER = new SentimentScorer(CommittedModel.all());
  private static final RecordKey KEY = RecordKey.of("w", "x:1");

  private final MentionBatch batch = new MentionBatch();

  @Test
  void aMentionIsScoredUnderItsOwnKeyWithItsRevisionAndMonitors() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 3, "I love it, great!"), SCORER);
    var scored = batch.scored().get("w|x:1");
    assertEquals(3, scored.revision());
    assertEquals(SentimentLabel.POSITIVE, scored.label());
    assertEquals("en-sentiment-2", scored.model());
    assertEquals(List.of("brand"), scored.monitors());
  }

  @Test
  void anotherLanguageIsUnknownWithoutProbabilitiesOrModel() {
    batch.add(KEY, Mentions.in("w").speaking("und", "x:1", "great"), SCORER);
    var scored = batch.scored().get("w|x:1");
    assertEquals(SentimentLabel.UNKNOWN, scored.label());
    assertNull(scored.probabilities());
    assertNull(scored.model());
  }

  @Test
  void ofSeveralRevisionsTheLastIsPublishedAndAllAreCountedInOrder() {
    batch.add(KEY, Mentions.in("w").revision("x:1", 1, "great"), SCORER);
    batch.add(KEY, Mentions.in("w").revision("x:1", 2, "awful"), SCORER);
    assertEquals(2, batch.scored().get("w|x:1").revision());
    assertEquals(2, batch.changes().get("w").size());
  }

  @Test
  void anErasedMentionAndATombstoneBecomeTombstones() {
    batch.add(KEY, Mentions.in("w").caused(Cause.ERASED, "x:1", 2), SCORER);
    batch.add(RecordKey.of("w", "x:2"), null, SCORER);
    assertTrue(batch.scored().containsKey("w|x:1") && batch.scored().containsKey("w|x:2"));
    assertNull(batch.scored().get("w|x:1"));
    assertEquals(
        List.of(new Change.Erased("x:1", 2), new Change.Gone("x:2")), batch.changes().get("w"));
  }

  @Test
  void whatBreaksTheContractIsRefusedWithoutAWordOfItsContent() {
    refused(RecordKey.of("w", "x:2"), "secret");
    refused(RecordKey.of("other", "x:1"), "secret");
    refused(RecordKey.of("w"), "secret");
    refused(RecordKey.of("w", "x:1".repeat(400)), "secret");
    refused(KEY, null);
  }

  private void refused(RecordKey key, String text) {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> batch.add(key, Mentions.in("w").revision("x:1", 1, text), SCORER));
    assertFalse(refusal.getMessage().contains("secret"), refusal.getMessage());
  }
}
