package dev.bellwether.sentiment.training;

import dev.bellwether.sentiment.features.Scratch;
import dev.bellwether.sentiment.model.LinearModel;
import dev.bellwether.sentiment.model.ModelGroup;
import dev.bellwether.sentiment.model.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well labels were guessed. Macro-recall, the mean of the classes' recalls, is the official
 * metric of SemEval-2017 task 4A.
 *
 * @param posts how many were labelled
 * @param recalls 0 to 1, in the order of the task's classes; 0 for a class that does not occur
 * @param f1s 0 to 1, in the same order
 * @param macroRecall 0 to 1
 * @param macroF1 0 to 1
 * @param accuracy 0 to 1
 */
public record Evaluation(
    int posts,
    List<Double> recalls,
    List<Double> f1s,
    double macroRecall,
    double macroF1,
    double accuracy) {

  /** Compares guesses with the truth, row by row, as positions among {@code classes}. */
  public static Evaluation of(int classes, List<Integer> truth, List<Integer> guesses) {
    var table = new int[classes][classes];
    for (int i = 0; i < truth.size(); i++) {
      table[truth.get(i)][guesses.get(i)]++;
    }
    var recalls = new ArrayList<Double>();
    var f1s = new ArrayList<Double>();
    int right = 0;
    for (int c = 0; c < classes; c++) {
      int actual = 0;
      int guessed = 0;
      for (int other = 0; other < classes; other++) {
        actual += table[c][other];
        guessed += table[other][c];
      }
      recalls.add(actual == 0 ? 0.0 : (double) table[c][c] / actual);
      f1s.add(actual + guessed == 0 ? 0.0 : 2.0 * table[c][c] / (actual + guessed));
      right += table[c][c];
    }
    return new Evaluation(
        truth.size(),
        List.copyOf(recalls),
        List.copyOf(f1s),
        mean(recalls),
        mean(f1s),
        truth.isEmpty() ? 0 : (double) right / truth.size());
  }

  /** Scores every post with a model. */
  public static Evaluation of(LinearModel model, List<LabelledPost> posts) {
    return of(
        model.task().classes().size(),
        posts.stream().map(LabelledPost::label).toList(),
        predict(model, posts).stream().map(Prediction::best).toList());
  }

  /** What a model says of each post. */
  static List<Prediction> predict(LinearModel model, List<LabelledPost> posts) {
    var group = ModelGroup.of(model);
    var scratch = new Scratch();
    return posts.stream().map(post -> group.predict(post.text(), scratch).getFirst()).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "macro-recall %.2f, macro-F1 %.2f, accuracy %.2f, recall %s (%d posts)",
        100 * macroRecall,
        100 * macroF1,
        100 * accuracy,
        percents(recalls),
        posts);
  }

  static String percents(List<Double> shares) {
    return String.join(
        " / ", shares.stream().map(s -> String.format(Locale.ROOT, "%.1f", 100 * s)).toList());
  }
}
