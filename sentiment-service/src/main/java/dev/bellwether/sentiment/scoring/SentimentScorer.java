package dev.bellwether.sentiment.scoring;

import dev.bellwether.contracts.sentiment.WordContribution;
import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.Explanation;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.model.Prediction;
import dev.bellwether.sentiment.model.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Picks the models that speak a text's language; where there is none, the answer is unknown, never
 * a guess. Safe for use by any number of threads.
 */
public final class SentimentScorer {

  private final Map<String, List<ModelGroup>> byLanguage;
  private final ScratchPool scratches = new ScratchPool();

  /**
   * @throws IllegalArgumentException when two models answer one task in one language
   */
  public SentimentScorer(List<LinearModel> models) {
    var keys = models.stream().map(model -> model.language() + " " + model.task()).toList();
    if (keys.stream().distinct().count() != keys.size()) {
      throw new IllegalArgumentException("two models answer one task in one language: " + keys);
    }
    byLanguage =
        models.stream()
            .collect(Collectors.groupingBy(LinearModel::language))
            .entrySet()
            // on all cores, as reading the files is
            .parallelStream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    language -> ModelGroup.of(language.getValue()),
                    (one, other) -> one,
                    TreeMap::new));
  }

  /** The models in use. */
  public List<LinearModel> models() {
    return byLanguage.values().stream()
        .flatMap(List::stream)
        .flatMap(group -> group.models().stream())
        .toList();
  }

  /**
   * Scores any text: time linear in its length, of which it reads at most {@code
   * PostTokenizer.MAX_CHARACTERS}.
   *
   * @param language ISO 639-1, {@code und}, or null for not known
   */
  public Scoring score(String text, String language) {
    var groups = groups(language);
    return groups.isEmpty()
        ? Scoring.UNKNOWN
        : scratches.with(scratch -> Answers.of(predict(groups, text, scratch)));
  }

  /**
   * Says which words made a task's answer.
   *
   * @return empty where no model of the language answers the task
   */
  public Optional<Explanation> explain(String text, String language, Task task) {
    return groups(language).stream()
        .filter(group -> group.models().stream().anyMatch(model -> model.task() == task))
        .findFirst()
        .map(group -> scratches.with(scratch -> group.explain(text, task, scratch)));
  }

  /**
   * All that is said of a text, and why.
   *
   * @param words those that made the sentiment's label, the strongest first; none where no model
   *     speaks the language
   */
  public record Explained(Scoring scoring, List<WordContribution> words) {}

  /** As {@link #score}, with the words that made the sentiment's label, in the same pass. */
  public Explained explained(String text, String language) {
    var groups = groups(language);
    if (groups.isEmpty()) {
      return new Explained(Scoring.UNKNOWN, List.of());
    }
    return scratches.with(
        scratch -> {
          var predictions = new ArrayList<Prediction>();
          List<WordContribution> words = List.of();
          for (var group : groups) {
            var own = group.predict(text, scratch);
            predictions.addAll(own);
            var why = group.explain(own, Task.SENTIMENT, scratch);
            words = why.isEmpty() ? words : StrongestWords.of(why.get(), text);
          }
          return new Explained(Answers.of(predictions), words);
        });
  }

  private List<ModelGroup> groups(String language) {
    return language == null ? List.of() : byLanguage.getOrDefault(language, List.of());
  }

  private static List<Prediction> predict(List<ModelGroup> groups, String text, Scratch scratch) {
    if (groups.size() == 1) {
      return groups.getFirst().predict(text, scratch);
    }
    var predictions = new ArrayList<Prediction>();
    groups.forEach(group -> predictions.addAll(group.predict(text, scratch)));
    return predictions;
  }
}
