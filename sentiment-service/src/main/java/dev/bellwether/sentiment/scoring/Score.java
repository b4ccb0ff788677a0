package dev.bellwether.sentiment.scoring;

import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;

/**
 * What a model says of a text.
 *
 * @param label the class with the highest probability
 * @param probabilities null where no model speaks the text's language
 * @param model which model spoke, null where none did
 */
public record Score(SentimentLabel label, Probabilities probabilities, String model) {

  /** No model speaks the language: not guessed. */
  public static final Score UNKNOWN = new Score(SentimentLabel.UNKNOWN, null, null);
}
