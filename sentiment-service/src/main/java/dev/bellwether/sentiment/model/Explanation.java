package dev.bellwether.sentiment.model;

import dev.bellwether.sentiment.text.Token;
import java.util.List;

/**
 * Where a prediction's logits came from. For each class the bias, what the whole post gave and what
 * the words gave add up to its logit.
 *
 * @param prediction what is explained
 * @param bias a class's logit before anything is read
 * @param whole by class: length and what no single word made
 * @param words the post's tokens in their order; a hashtag is followed by the words inside it
 */
public record Explanation(
    Prediction prediction, List<Double> bias, List<Double> whole, List<Word> words) {

  /**
   * A token and what it added to each class's logit. A word that comes twice has its own weight at
   * its first place; a pair is shared by its two words, a lexicon's sum by its parts.
   *
   * @param logits in the order of the task's classes
   */
  public record Word(Token token, List<Double> logits) {

    /**
     * How far the token speaks for a class: its logit against the mean of the other classes'. Above
     * 0 for, below 0 against.
     */
    public double contribution(int c) {
      return against(logits, c);
    }
  }

  public Explanation {
    bias = List.copyOf(bias);
    whole = List.copyOf(whole);
    words = List.copyOf(words);
  }

  /** How far the answer is ahead of the mean of the other classes, in logits. */
  public double margin() {
    int best = prediction.best();
    return against(
        java.util.stream.IntStream.range(0, bias.size()).mapToObj(prediction::logit).toList(),
        best);
  }

  /** What of {@link #margin} was there before a word was read: bias and length. */
  public double base() {
    return against(bias, prediction.best()) + against(whole, prediction.best());
  }

  private static double against(List<Double> logits, int c) {
    double others = 0;
    for (double logit : logits) {
      others += logit;
    }
    double own = logits.get(c);
    return own - (others - own) / (logits.size() - 1);
  }
}
