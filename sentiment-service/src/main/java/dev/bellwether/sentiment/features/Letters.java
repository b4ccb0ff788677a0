package dev.bellwether.sentiment.features;

import dev.bellwether.sentiment.text.TokenHash;
import dev.bellwether.sentiment.text.Tokens;

/**
 * Runs of a word's letters, a space standing for its borders (Cavnar and Trenkle 1994): what a
 * word's forms and misspellings share.
 */
final class Letters {

  private static final char BORDER = ' ';

  private Letters() {}

  static void add(Tokens tokens, int token, int from, int to, Features features) {
    int length = tokens.length(token) + 2;
    for (int start = 0; start < length; start++) {
      long hash = TokenHash.EMPTY;
      for (int n = 1; n <= to && start + n <= length; n++) {
        hash = TokenHash.next(hash, charAt(tokens, token, start + n - 1, length));
        if (n >= from) {
          features.counted(Template.LETTERS, FeatureHash.of(Template.LETTERS, hash), token);
        }
      }
    }
  }

  private static char charAt(Tokens tokens, int token, int at, int length) {
    return at == 0 || at == length - 1 ? BORDER : tokens.charAt(token, at - 1);
  }
}
