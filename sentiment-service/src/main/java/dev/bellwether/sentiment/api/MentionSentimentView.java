package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention.Probabilities;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.storage.KeptScore;
import java.time.Instant;
import java.util.List;

/**
 * How one mention feels. What is not known is absent.
 *
 * @param mentionId {@code platform:nativeId}
 * @param revision of the mention that was scored
 * @param label a person's word where there is one, else the model's
 * @param modelLabel what the model says, whether a person said otherwise or not
 * @param confidence how likely the label is right, from 0 to 1; 1 where a person said it
 * @param irony whether it looks ironic
 * @param offensive whether it is offensive
 * @param words those that made the model's label, the strongest first
 * @param targets what it feels about each brand and product that it names
 * @param correction what a person said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MentionSentimentView(
    String mentionId,
    int revision,
    SentimentLabel label,
    SentimentLabel modelLabel,
    String model,
    Probabilities probabilities,
    Double confidence,
    Emotion emotion,
    Boolean irony,
    Boolean offensive,
    List<WordContribution> words,
    List<TargetSentiment> targets,
    Said correction) {

  /** A person's word. */
  public record Said(SentimentLabel label, Instant correctedAt, String correctedBy) {}

  static MentionSentimentView of(String id, KeptScore kept) {
    var said = kept.correction();
    var correction =
        said == null ? null : new Said(said.label(), said.correctedAt(), said.correctedBy());
    var score = kept.model();
    if (score == null) {
      return new MentionSentimentView(
          id,
          kept.revision(),
          kept.label(),
          kept.modelLabel(),
          null,
          null,
          said == null ? null : 1.0,
          null,
          null,
          null,
          List.of(),
          List.of(),
          correction);
    }
    return new MentionSentimentView(
        id,
        score.revision(),
        kept.label(),
        kept.modelLabel(),
        score.model(),
        score.probabilities(),
        said == null ? score.confidence() : Double.valueOf(1),
        score.emotion(),
        score.irony(),
        score.offensive(),
        score.words(),
        score.targets(),
        correction);
  }
}
