package dev.bellwether.sentiment.phrases;

/**
 * How much of a text is read. The time for a sentence grows with its tokens, so these bound the
 * whole.
 *
 * @param characters of a text
 * @param sentences of a text
 * @param tokens of a sentence
 * @param depth of a tree: how many phrases lie inside one another
 */
record ReadingLimits(int characters, int sentences, int tokens, int depth) {

  /** A post of the longest is 10,000 characters; few have a sentence of 80 tokens. */
  static final ReadingLimits USUAL = new ReadingLimits(10_000, 20, 80, 40);
}
