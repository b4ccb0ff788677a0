package dev.bellwether.sentiment.scoring;

import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.util.List;

/**
 * All that is said of a text. What no model of its language answers is null.
 *
 * @param label unknown where no model speaks the language: not guessed
 * @param probabilities of the labels, calibrated; null for unknown
 * @param confidence 0 to 1, that the label is right: its probability; where the post is flagged as
 *     ironic with probability q, (1 − q) times that and q times a third, for irony leaves the words
 *     saying nothing of which of three labels it is. Null for unknown
 * @param model which model gave the label; null for unknown
 * @param emotion what else it feels; null without a model
 * @param irony whether it means the opposite of what it says; null without a model
 * @param offensive whether it insults, threatens or swears at someone; null without a model
 * @param models the names of all models that spoke
 */
public record Scoring(
    SentimentLabel label,
    Probabilities probabilities,
    Double confidence,
    String model,
    EmotionScore emotion,
    Flag irony,
    Flag offensive,
    List<String> models) {

  /** No model speaks the language. */
  public static final Scoring UNKNOWN =
      new Scoring(SentimentLabel.UNKNOWN, null, null, null, null, null, null, List.of());

  public Scoring {
    models = List.copyOf(models);
  }

  /**
   * An emotion.
   *
   * @param probability of the likeliest of the four emotions, calibrated, 0 to 1; also where the
   *     label is {@link Emotion#NONE}
   */
  public record EmotionScore(Emotion label, double probability) {}

  /**
   * An answer of yes or no.
   *
   * @param set whether yes is the answer
   * @param probability of yes, calibrated, 0 to 1
   */
  public record Flag(boolean set, double probability) {}

  /** The sentiment alone. */
  public Score sentiment() {
    return new Score(label, probabilities, model);
  }
}
