package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.features.FeatureExtractor;
import dev.bellwether.sentiment.features.FeatureOptions;
import dev.bellwether.sentiment.features.Lexicons;
import dev.bellwether.sentiment.features.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Models of one language that see the same tokens, as one: a text is cut once, its features are
 * looked up once, and every model has its sums. Each gives the answer that it would give alone: a
 * feature that only others look at weighs nothing in it. Safe for use by many threads, each with a
 * scratch of its own.
 */
public final class ModelGroup {

  private final List<LinearModel> models;
  private final FeatureExtractor extractor;
  private final MergedWeights weights;

  private ModelGroup(List<LinearModel> models) {
    this.models = List.copyOf(models);
    var options =
        models.stream().map(LinearModel::options).reduce(FeatureOptions::union).orElseThrow();
    var lexicon = Lexicons.union(models.stream().map(LinearModel::lexicon).toList());
    extractor = new FeatureExtractor(options, lexicon);
    weights = new MergedWeights(models.stream().map(LinearModel::weights).toList());
  }

  /** One model alone. */
  public static ModelGroup of(LinearModel model) {
    return new ModelGroup(List.of(model));
  }

  /**
   * Models of one language in as few groups as can be: those that fold and negate alike and whose
   * lexicons agree stand together.
   */
  public static List<ModelGroup> of(List<LinearModel> models) {
    var groups = new ArrayList<List<LinearModel>>();
    for (var model : models) {
      groups.stream()
          .filter(group -> group.stream().allMatch(other -> fit(model, other)))
          .findFirst()
          .ifPresentOrElse(
              group -> group.add(model), () -> groups.add(new ArrayList<>(List.of(model))));
    }
    return groups.stream().map(ModelGroup::new).toList();
  }

  private static boolean fit(LinearModel one, LinearModel other) {
    return one.options().sameTokens(other.options())
        && Lexicons.agree(one.lexicon(), other.lexicon());
  }

  public List<LinearModel> models() {
    return models;
  }

  /** What all of the models look at. */
  public FeatureExtractor extractor() {
    return extractor;
  }

  /**
   * Scores any text: time linear in its length, of which it reads at most {@code
   * PostTokenizer.MAX_CHARACTERS}.
   *
   * @return one prediction a model, in the order of {@link #models}
   */
  public List<Prediction> predict(String text, Scratch scratch) {
    extractor.extract(text, scratch);
    return predict(scratch);
  }

  private List<Prediction> predict(Scratch scratch) {
    var features = scratch.features();
    var sums = new double[weights.width()];
    for (int i = 0; i < features.size(); i++) {
      weights.addSteps(sums, features.id(i), features.value(i));
    }
    var predictions = new Prediction[models.size()];
    int column = 0;
    for (int m = 0; m < predictions.length; m++) {
      var model = models.get(m);
      var logits = new double[model.bias().size()];
      for (int c = 0; c < logits.length; c++) {
        logits[c] = model.bias().get(c) + weights.stepSize(column) * sums[column];
        column++;
      }
      predictions[m] = new Prediction(model, logits);
    }
    return List.of(predictions);
  }

  /**
   * Says which tokens made one model's logits.
   *
   * @param task of one of {@link #models}
   * @throws IllegalArgumentException when no model here answers the task
   */
  public Explanation explain(String text, Task task, Scratch scratch) {
    return explain(predict(text, scratch), task, scratch)
        .orElseThrow(
            () -> new IllegalArgumentException("no model here answers " + task.wireName()));
  }

  /**
   * As {@link #explain(String, Task, Scratch)}, of what {@link #predict} has just said with this
   * scratch.
   *
   * @return empty when no model here answers the task
   */
  public Optional<Explanation> explain(List<Prediction> predictions, Task task, Scratch scratch) {
    int first = 0;
    for (int m = 0; m < predictions.size(); m++) {
      var prediction = predictions.get(m);
      if (prediction.task() == task) {
        return Optional.of(
            new Attribution(extractor, weights, first).explain(prediction, models.get(m), scratch));
      }
      first += prediction.task().classes().size();
    }
    return Optional.empty();
  }
}
