package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.Tokens;

/**
 * What scoring one post after another writes on: made once, reused, of one thread at a time. Grows
 * with the longest post; who keeps it should let it go when it is {@link #large}.
 */
public final class Scratch {

  private static final int LARGE = 4096;

  private final Tokens tokens = new Tokens();
  private final Features features = new Features();
  private LexiconSums[] sums = new LexiconSums[0];

  public Tokens tokens() {
    return tokens;
  }

  public Features features() {
    return features;
  }

  /** Whether a post of unusual length has made this larger than is worth keeping. */
  public boolean large() {
    return tokens.room() > LARGE || features.size() > 2 * LARGE;
  }

  LexiconSums[] sums(int columns) {
    if (sums.length < columns) {
      sums = new LexiconSums[columns];
      for (int i = 0; i < columns; i++) {
        sums[i] = new LexiconSums();
      }
    }
    for (int i = 0; i < columns; i++) {
      sums[i].clear();
    }
    return sums;
  }
}
