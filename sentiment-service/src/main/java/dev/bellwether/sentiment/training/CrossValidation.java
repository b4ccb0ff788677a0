package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.ModelGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Predictions for posts by models that were not trained on them or on near copies of them: what
 * everything is chosen by.
 *
 * @param posts in the order of the rows
 * @param folds the fold of each post
 * @param logits of the models as a file would hold them, without prior correction
 * @param unpruned of the same models before folding, pruning and rounding
 */
record CrossValidation(
    List<LabelledPost> posts, List<Integer> folds, List<double[]> logits, List<double[]> unpruned) {

  /**
   * Trains a model a fold.
   *
   * @throws IllegalArgumentException when a fold lacks posts to train or to try on
   */
  static CrossValidation run(Recipe recipe, List<Example> examples, int folds, Progress progress) {
    var posts = examples.stream().map(Example::post).toList();
    var fold = posts.stream().map(post -> Split.fold(post.text(), folds)).toList();
    var logits = new double[posts.size()][];
    var unpruned = new double[posts.size()][];
    for (int f = 0; f < folds; f++) {
      int held = f;
      var others =
          IntStream.range(0, posts.size())
              .filter(i -> fold.get(i) != held)
              .mapToObj(examples::get)
              .toList();
      if (others.isEmpty() || others.size() == posts.size()) {
        throw new IllegalArgumentException(
            "too few rows for " + folds + " folds: give more rows or fewer --folds");
      }
      progress.say("fold %d of %d: training on %d posts", f + 1, folds, others.size());
      var trained = recipe.train(others, progress::step);
      var plain = new Calibration(0, 1);
      var shares = recipe.shares(others.stream().map(Example::post).toList());
      var group = ModelGroup.of(recipe.export(trained, shares, plain));
      var scratch = new Scratch();
      for (int i = 0; i < logits.length; i++) {
        if (fold.get(i) == held) {
          var predicted = group.predict(posts.get(i).text(), scratch).getFirst();
          logits[i] = IntStream.range(0, recipe.classes()).mapToDouble(predicted::logit).toArray();
          unpruned[i] = trained.logits(examples.get(i));
        }
      }
    }
    return new CrossValidation(posts, fold, List.of(logits), List.of(unpruned));
  }

  List<Integer> truth() {
    return posts.stream().map(LabelledPost::label).toList();
  }

  /** What all posts' guesses are worth together, with a prior correction. */
  Evaluation evaluate(List<double[]> own, List<Double> shares, double tau) {
    return evaluate(own, shares, tau, IntStream.range(0, own.size()).boxed().toList());
  }

  /** What the guesses of some posts are worth. */
  Evaluation evaluate(List<double[]> own, List<Double> shares, double tau, List<Integer> which) {
    var truth = which.stream().map(i -> posts.get(i).label()).toList();
    var guesses =
        which.stream()
            .map(i -> Calibration.argmax(Calibration.corrected(own.get(i), shares, tau)))
            .toList();
    return Evaluation.of(shares.size(), truth, guesses);
  }

  /** One evaluation a fold. */
  List<Evaluation> byFold(List<Double> shares, double tau) {
    var evaluations = new ArrayList<Evaluation>();
    for (int f = 0; f <= folds.stream().mapToInt(Integer::intValue).max().orElse(0); f++) {
      int fold = f;
      var which =
          IntStream.range(0, folds.size()).filter(i -> folds.get(i) == fold).boxed().toList();
      evaluations.add(evaluate(logits, shares, tau, which));
    }
    return evaluations;
  }

  /** Whether the calibrated probabilities hold. */
  Reliability reliability(List<Double> shares, Calibration calibration) {
    var stated = new ArrayList<Double>();
    var right = new ArrayList<Boolean>();
    for (int i = 0; i < posts.size(); i++) {
      var corrected = Calibration.corrected(logits.get(i), shares, calibration.tau());
      int best = Calibration.argmax(corrected);
      stated.add(Calibration.softmax(corrected, calibration.temperature())[best]);
      right.add(best == posts.get(i).label());
    }
    return Reliability.of(stated, right);
  }
}
