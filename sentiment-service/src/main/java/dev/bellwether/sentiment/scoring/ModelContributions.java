package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.model.Explanation;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.Task;
import dev.bellwether.sentiment.targets.ClauseScorer;
import dev.bellwether.sentiment.text.Token;
import java.util.List;
import java.util.Optional;

/** What the sentiment model of a language hears in each word, for clauses to add up. */
public final class ModelContributions {

  private ModelContributions() {}

  /** Empty where no sentiment model speaks the language. */
  public static Optional<ClauseScorer> of(SentimentScorer scorer, String language) {
    return scorer.models().stream().anyMatch(model -> speaks(model, language))
        ? Optional.of(text -> contributions(scorer, text, language))
        : Optional.empty();
  }

  private static boolean speaks(LinearModel model, String language) {
    return model.task() == Task.SENTIMENT && model.language().equals(language);
  }

  private static List<ClauseScorer.TokenContribution> contributions(
      SentimentScorer scorer, String text, String language) {
    return scorer.explain(text, language, Task.SENTIMENT).orElseThrow().words().stream()
        .map(ModelContributions::contribution)
        .toList();
  }

  private static ClauseScorer.TokenContribution contribution(Explanation.Word word) {
    Token token = word.token();
    var logits = word.logits();
    return new ClauseScorer.TokenContribution(
        token.start(), token.end(), logits.get(0), logits.get(1), logits.get(2));
  }
}
