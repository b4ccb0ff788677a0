package dev.bellwether.sentiment.targets;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * How often a method says of a target what the annotator said. A target that the method does not
 * find counts as neutral.
 */
final class TargetScores {

  private static final List<SentimentLabel> LABELS =
      List.of(SentimentLabel.NEGATIVE, SentimentLabel.NEUTRAL, SentimentLabel.POSITIVE);

  private final int[][] counts = new int[LABELS.size()][LABELS.size()];
  private int posts;
  private int postsAllRight;

  static TargetScores of(
      List<LabelledTargets> posts, Function<LabelledTargets, Map<String, SentimentLabel>> method) {
    var scores = new TargetScores();
    posts.forEach(post -> scores.add(post, method.apply(post)));
    return scores;
  }

  private void add(LabelledTargets post, Map<String, SentimentLabel> answers) {
    boolean allRight = true;
    for (var target : post.labels().entrySet()) {
      var said = answers.getOrDefault(target.getKey(), SentimentLabel.NEUTRAL);
      counts[LABELS.indexOf(target.getValue())][LABELS.indexOf(said)]++;
      allRight &= said == target.getValue();
    }
    posts++;
    postsAllRight += allRight ? 1 : 0;
  }

  int targets() {
    int sum = 0;
    for (int label = 0; label < LABELS.size(); label++) {
      sum += labelled(label);
    }
    return sum;
  }

  /** From 0 to 1. */
  double macroF1() {
    double sum = 0;
    for (int label = 0; label < LABELS.size(); label++) {
      sum += f1(label);
    }
    return sum / LABELS.size();
  }

  /** Of all targets, from 0 to 1. */
  double accuracy() {
    return ratio(counts[0][0] + counts[1][1] + counts[2][2], targets());
  }

  /** Share of posts of which every target is right, from 0 to 1. */
  double postsAllRight() {
    return ratio(postsAllRight, posts);
  }

  private double f1(int label) {
    return ratio(2 * counts[label][label], labelled(label) + said(label));
  }

  private int labelled(int label) {
    return counts[label][0] + counts[label][1] + counts[label][2];
  }

  private int said(int label) {
    return counts[0][label] + counts[1][label] + counts[2][label];
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  @Override
  public String toString() {
    var line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%3d posts %3d targets | macro-F1 %5.1f accuracy %5.1f posts all right %5.1f",
                posts,
                targets(),
                100 * macroF1(),
                100 * accuracy(),
                100 * postsAllRight()));
    for (int label = 0; label < LABELS.size(); label++) {
      line.append(
          String.format(
              Locale.ROOT,
              " | %s P %.1f R %.1f F1 %.1f",
              LABELS.get(label).wireName(),
              100 * ratio(counts[label][label], said(label)),
              100 * ratio(counts[label][label], labelled(label)),
              100 * f1(label)));
    }
    return line.toString();
  }
}
