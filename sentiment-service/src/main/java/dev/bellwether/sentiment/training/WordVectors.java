package dev.bellwether.sentiment.training;

import java.util.Set;

/**
 * What a resource says of words: for each a sparse vector. A post's is the sum over its distinct
 * words, negated ones apart; so at export the trained weights fold exactly into the words' own,
 * also for words that no training post has.
 */
interface WordVectors {

  /**
   * A sparse vector.
   *
   * @param places dimensions in which it is not 0
   * @param values side by side with the places
   */
  record Vector(int[] places, float[] values) {}

  int dimensions();

  /** The vector of a normalised word, null where it has none. */
  Vector of(String word);

  /** The words that the resource lists. */
  Set<String> words();
}
