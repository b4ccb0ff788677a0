package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.Emotion;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.sentiment.TargetSentiment;
import dev.bellwether.contracts.sentiment.WordContribution;
import java.time.Instant;
import java.util.List;

/**
 * A mention as the archive answers it: the mention's own fields, and how it feels.
 *
 * @param sentiment null until it has been scored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArchivedMention(@JsonUnwrapped Mention mention, Sentiment sentiment) {

  /** The score without what the mention itself says already. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sentiment(
      SentimentLabel label,
      ScoredMention.Probabilities probabilities,
      String model,
      Double confidence,
      Emotion emotion,
      Boolean irony,
      Boolean offensive,
      List<WordContribution> words,
      List<TargetSentiment> targets,
      Instant correctedAt,
      SentimentLabel modelLabel) {

    static Sentiment of(ScoredMention score) {
      return new Sentiment(
          score.label(),
          score.probabilities(),
          score.model(),
          score.confidence(),
          score.emotion(),
          score.irony(),
          score.offensive(),
          score.words(),
          score.targets(),
          score.correctedAt(),
          score.modelLabel());
    }
  }
}
