package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.Correction;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;

/**
 * What is kept of a mention's score.
 *
 * @param counted the label it counts with
 * @param model's score; null where the mention was scored before scores were kept
 * @param correction a person's word, null where nobody gave one
 */
public record KeptScore(
    int revision, SentimentLabel counted, ScoredMention model, Correction correction) {

  /** A person's label; else the model's. */
  public SentimentLabel label() {
    if (correction != null) {
      return correction.label();
    }
    return model == null ? counted : model.label();
  }

  /** What a model says; null where none speaks the language, or it is not known any more. */
  public SentimentLabel modelLabel() {
    if (model != null) {
      return model.label() == SentimentLabel.UNKNOWN ? null : model.label();
    }
    // a corrected row of before has lost what the model said
    return correction != null || counted == SentimentLabel.UNKNOWN ? null : counted;
  }
}
