package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;

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
      SentimentLabel label, ScoredMention.Probabilities probabilities, String model) {

    static Sentiment of(ScoredMention score) {
      return new Sentiment(score.label(), score.probabilities(), score.model());
    }
  }
}
