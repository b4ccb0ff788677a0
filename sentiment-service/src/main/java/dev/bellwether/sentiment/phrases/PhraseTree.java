package dev.bellwether.sentiment.phrases;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import java.util.ArrayList;
import java.util.List;

/** Turns one sentence's binary tree into phrases; used once. */
final class PhraseTree {

  private final String text;
  private final List<CoreLabel> tokens;
  private final int depth;
  private int read;
  private int cut;

  /**
   * @param text the sentence's, which the tokens' positions lie in
   * @param tokens in the order of the tree's leaves
   */
  PhraseTree(String text, List<CoreLabel> tokens, int depth) {
    this.text = text;
    this.tokens = tokens;
    this.depth = depth;
  }

  Phrase of(Tree tree) {
    return phrase(tree, 1);
  }

  /** How many phrases lie too deep. */
  int cut() {
    return cut;
  }

  private Phrase phrase(Tree node, int level) {
    int first = read;
    List<Phrase> parts = new ArrayList<>();
    if (node.isPreTerminal()) {
      read++;
    } else if (level < depth) {
      for (Tree child : node.children()) {
        parts.add(phrase(child, level + 1));
      }
    } else {
      skip(node);
    }
    int start = tokens.get(first).beginPosition();
    int end = tokens.get(read - 1).endPosition();
    var probabilities = probabilities(node);
    return new Phrase(
        text.substring(start, end),
        start,
        end,
        probabilities.likeliest(),
        probabilities.mean(),
        probabilities,
        parts);
  }

  private void skip(Tree node) {
    int words = node.getLeaves().size();
    read += words;
    // a binary tree has one phrase fewer above its words than words
    cut += 2 * words - 2;
  }

  private static FeelingProbabilities probabilities(Tree node) {
    var predicted = RNNCoreAnnotations.getPredictions(node);
    return new FeelingProbabilities(
        predicted.get(0), predicted.get(1), predicted.get(2), predicted.get(3), predicted.get(4));
  }
}
