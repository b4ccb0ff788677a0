package dev.bellwether.sentiment.training;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.sentiment.model.FlatModel;
import java.util.List;
import java.util.Locale;

/**
 * How well labels were guessed. Macro-recall, the mean of the classes' recalls, is the official
 * metric of SemEval-2017 task 4A.
 *
 * @param posts how many were labelled
 * @param recalls 0 to 1, in the order of {@link FlatModel#CLASSES}; 0 for a class that does not
 *     occur
 * @param macroRecall 0 to 1
 * @param macroF1 0 to 1
 * @param accuracy 0 to 1
 */
public record Evaluation(
    int posts, List<Double> recalls, double macroRecall, double macroF1, double accuracy) {

  /** Compares guesses with the truth, row by row. */
  public static Evaluation of(List<SentimentLabel> truth, List<SentimentLabel> guesses) {
    int width = FlatModel.CLASSES.size();
    var table = new int[width][width];
    for (int i = 0; i < truth.size(); i++) {
      table[FlatModel.CLASSES.indexOf(truth.get(i))][FlatModel.CLASSES.indexOf(guesses.get(i))]++;
    }
    var recalls = new Double[width];
    double recall = 0;
    double f1 = 0;
    int right = 0;
    for (int c = 0; c < width; c++) {
      int actual = 0;
      int guessed = 0;
      for (int other = 0; other < width; other++) {
        actual += table[c][other];
        guessed += table[other][c];
      }
      recalls[c] = actual == 0 ? 0 : (double) table[c][c] / actual;
      recall += recalls[c];
      f1 += actual + guessed == 0 ? 0 : 2.0 * table[c][c] / (actual + guessed);
      right += table[c][c];
    }
    return new Evaluation(
        truth.size(),
        List.of(recalls),
        recall / width,
        f1 / width,
        truth.isEmpty() ? 0 : (double) right / truth.size());
  }

  /** Scores every post with a model. */
  public static Evaluation of(FlatModel model, List<LabelledPost> posts) {
    return of(
        posts.stream().map(LabelledPost::label).toList(),
        posts.stream().map(post -> model.score(post.text()).label()).toList());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "macro-recall %.2f, macro-F1 %.2f, accuracy %.2f, recall negative %.1f neutral %.1f positive %.1f (%d posts)",
        100 * macroRecall,
        100 * macroF1,
        100 * accuracy,
        100 * recalls.get(0),
        100 * recalls.get(1),
        100 * recalls.get(2),
        posts);
  }
}
