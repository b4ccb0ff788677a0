package dev.bellwether.sentiment.targets;

import java.util.List;

/** What a model of one language makes of a text, word by word. */
@FunctionalInterface
public interface ClauseScorer {

  /**
   * What a token adds to the logits of the three labels.
   *
   * @param start in characters of the text, within it
   * @param end exclusive
   */
  record TokenContribution(int start, int end, double negative, double neutral, double positive) {}

  /** For any text, in any order; tokens that add nothing may be left out. */
  List<TokenContribution> contributions(String text);
}
