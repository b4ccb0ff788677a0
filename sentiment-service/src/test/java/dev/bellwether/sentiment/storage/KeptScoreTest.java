package dev.bellwether.sentiment.storage;

import static dev.bellwether.contracts.sentiment.SentimentLabel.NEGATIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.NEUTRAL;
import static dev.bellwether.contracts.sentiment.SentimentLabel.POSITIVE;
import static dev.bellwether.contracts.sentiment.SentimentLabel.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptScoreTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void aPersonsWordWinsOverTheModelsWhichIsStillTold() {
    var kept = new KeptScore(1, POSITIVE, scored(NEGATIVE), said(POSITIVE));
    assertEquals(POSITIVE, kept.label());
    assertEquals(NEGATIVE, kept.modelLabel());
  }

  @Test
  void aCorrectionThatIsNotCountedYetIsShownAlready() {
    assertEquals(POSITIVE, new KeptScore(1, NEGATIVE, scored(NEGATIVE), said(POSITIVE)).label());
  }

  @Test
  void whereNoModelSpeaksTheLanguageThereIsNoModelsLabel() {
    assertNull(new KeptScore(1, POSITIVE, scored(UNKNOWN), said(POSITIVE)).modelLabel());
    assertEquals(UNKNOWN, new KeptScore(1, UNKNOWN, scored(UNKNOWN), null).label());
    assertNull(new KeptScore(1, UNKNOWN, null, null).modelLabel());
  }

  @Test
  void ofAScoreThatWasNotKeptTheCountedLabelIsTheModelsUntilAPersonSpeaks() {
    assertEquals(NEUTRAL, new KeptScore(1, NEUTRAL, null, null).label());
    assertEquals(NEUTRAL, new KeptScore(1, NEUTRAL, null, null).modelLabel());
    assertNull(new KeptScore(1, POSITIVE, null, said(POSITIVE)).modelLabel());
  }

  private static ScoredMention scored(SentimentLabel label) {
    return new ScoredMention(
        1, "w", "x:1", 1, label, null, null, null, null, null, null, List.of(), List.of(), null,
        null, List.of(), NOW);
  }

  private static Correction said(SentimentLabel label) {
    return new Correction(1, "w", "x:1", label, NOW, "key", null, null);
  }
}
