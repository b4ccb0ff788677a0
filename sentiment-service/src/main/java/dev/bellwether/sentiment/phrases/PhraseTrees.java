package dev.bellwether.sentiment.phrases;

import java.util.List;

/**
 * A text's phrases.
 *
 * @param model the files that made them
 * @param sentences a tree a sentence, in the order of the text; none for a text without words
 * @param cut what of the text is not in the trees
 */
public record PhraseTrees(String model, List<Phrase> sentences, Cut cut) {

  public PhraseTrees {
    sentences = List.copyOf(sentences);
  }

  /**
   * What was left out; all 0 when nothing was.
   *
   * @param characters at the end of the text that were not read
   * @param sentences after the last that was read, as far as characters were
   * @param tokens at the ends of sentences that are too long
   * @param phrases inside others that lie too deep in their tree
   */
  public record Cut(int characters, int sentences, int tokens, int phrases) {}
}
