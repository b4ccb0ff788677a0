package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.scoring.Scoring;
import java.util.List;

/**
 * What the models say of a text. What none of them answers is absent.
 *
 * @param label unknown where no model speaks the language
 * @param probabilities of each label; null for unknown
 * @param model which model gave the label; null for unknown
 * @param confidence how likely the label is right, from 0 to 1
 * @param words those that made the label, the strongest first
 * @param targets what the text feels about each of the request's targets that it names; null where
 *     the request has none
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
    List<WordContribution> words,
    List<TargetSentiment> targets) {

  static ScoreView of(
      Scoring scoring, List<WordContribution> words, List<TargetSentiment> targets) {
    return new ScoreView(
        scoring.label(),
        scoring.probabilities(),
        scoring.model(),
        scoring.confidence(),
        scoring.emotion() == null ? null : scoring.emotion().label(),
        scoring.irony() == null ? null : scoring.irony().set(),
        scoring.offensive() == null ? null : scoring.offensive().set(),
        words,
        targets);
  }
}
