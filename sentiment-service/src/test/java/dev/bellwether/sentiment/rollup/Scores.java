package dev.bellwether.sentiment.rollup;

import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.List;

/** Scores and corrections of the workspace {@code w}, for tests of what they add up to. */
public final class Scores {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Scores() {}

  /** A score as the model has it, without emotion. */
  public static ScoredMention score(
      String mention,
      int revision,
      Instant createdAt,
      SentimentLabel label,
      List<String> monitors) {
    return score(mention, revision, createdAt, label, monitors, null, false);
  }

  /** A score as the model has it; ironic and offensive, or neither. */
  public static ScoredMention score(
      String mention,
      int revision,
      Instant createdAt,
      SentimentLabel label,
      List<String> monitors,
      Emotion emotion,
      boolean rude) {
    return new ScoredMention(
        ScoredMention.SCHEMA_VERSION,
        "w",
        mention,
        revision,
        label,
        null,
        "test-1",
        0.75,
        emotion,
        rude,
        rude,
        List.of(),
        List.of(),
        null,
        null,
        monitors,
        createdAt);
  }

  public static Correction correction(String mention, SentimentLabel label) {
    return new Correction(
        Correction.SCHEMA_VERSION, "w", mention, label, NOON, "key-1", null, null);
  }
}
