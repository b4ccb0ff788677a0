package dev.bellwether.sentiment.messaging;

import dev.bellwether.sentiment.scoring.ModelContributions;
import dev.bellwether.sentiment.scoring.SentimentScorer;
import dev.bellwether.sentiment.targets.ClauseTargets;
import dev.bellwether.sentiment.targets.TargetScorer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What scores a mention. */
class Scorers {

  @Produces
  @Singleton
  TextScorer texts(SentimentScorer models) {
    return (text, language) -> of(models.explained(text, language));
  }

  @Produces
  @Singleton
  TargetScorer targets(SentimentScorer models) {
    return new ClauseTargets(language -> ModelContributions.of(models, language));
  }

  private static TextScore of(SentimentScorer.Explained explained) {
    var scoring = explained.scoring();
    return new TextScore(
        scoring.label(),
        scoring.probabilities(),
        scoring.model(),
        scoring.confidence(),
        scoring.emotion() == null ? null : scoring.emotion().label(),
        scoring.irony() == null ? null : scoring.irony().set(),
        scoring.offensive() == null ? null : scoring.offensive().set(),
        explained.words());
  }
}
