package dev.bellwether.sentiment.scoring;

import dev.bellwether.sentiment.model.FlatModel;
import dev.bellwether.sentiment.model.Score;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Picks the model that speaks a text's language; where there is none, the answer is unknown, never
 * a guess.
 */
public final class SentimentScorer {

  private final Map<String, FlatModel> byLanguage;

  public SentimentScorer(List<FlatModel> models) {
    byLanguage =
        models.stream()
            .collect(Collectors.toUnmodifiableMap(FlatModel::language, Function.identity()));
  }

  /**
   * Scores any text.
   *
   * @param language ISO 639-1, {@code und}, or null for not known
   */
  public Score score(String text, String language) {
    var model = language == null ? null : byLanguage.get(language);
    return model == null ? Score.UNKNOWN : model.score(text);
  }
}
