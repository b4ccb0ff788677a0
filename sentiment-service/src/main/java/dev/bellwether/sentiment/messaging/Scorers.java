package dev.bellwether.sentiment.messaging;

import dev.bellwether.sentiment.model.Score;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.target.TargetScorer;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** What scores a mention. */
class Scorers {

  @Produces
  @Singleton
  TextScorer texts(SentimentScorer models) {
    return (text, language) -> of(models.score(text, language));
  }

  @Produces
  @Singleton
  @DefaultBean
  TargetScorer targets() {
    return TargetScorer.NONE;
  }

  private static TextScore of(Score score) {
    return new TextScore(
        score.label(),
        score.probabilities(),
        score.model(),
        confidence(score),
        null,
        null,
        null,
        List.of());
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
