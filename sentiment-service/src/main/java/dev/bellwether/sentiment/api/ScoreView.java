package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.model.Score;
import java.util.List;

/**
 * What the models say of a text. What none of them answers is absent.
 *
 * @param label unknown where no model speaks the language
 * @param probabilities of each label; null for unknown
 * @param model which model gave the label; null for unknown
 * @param confidence how likely the label is right, from 0 to 1
 * @param words those that made the label, the strongest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreView(
    SentimentLabel label,
    @JsonInclude(JsonInclude.Include.ALWAYS) Probabilities probabilities,
    @JsonInclude(JsonInclude.Include.ALWAYS) String model,
    Double confidence,
    Emotion emotion,
    Boolean irony,
    Boolean offensive,
    List<WordContribution> words) {

  static ScoreView of(Score score) {
    return new ScoreView(
        score.label(),
        score.probabilities(),
        score.model(),
        confidence(score),
        null,
        null,
        null,
        null);
  }

  private static Double confidence(Score score) {
    return switch (score.label()) {
      case NEGATIVE -> Double.valueOf(score.probabilities().negative());
      case NEUTRAL -> Double.valueOf(score.probabilities().neutral());
      case POSITIVE -> Double.valueOf(score.probabilities().positive());
      case UNKNOWN -> null;
    };
  }
}
