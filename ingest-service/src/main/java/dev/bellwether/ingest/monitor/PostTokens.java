package dev.bellwether.ingest.monitor;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as keywords see it: words in order, in NFKC and lower case, each knowing whether {@code #}
 * or {@code @} stands right before it. A word is a longest run of letters, marks, digits and
 * underscores.
 */
final class PostTokens {

  /**
   * @param word folded
   * @param sign {@code #}, {@code @}, or 0
   */
  record Token(String word, char sign) {}

  private PostTokens() {}

  static List<Token> of(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var tokens = new ArrayList<Token>();
    int start = -1;
    int i = 0;
    while (i <= folded.length()) {
      int c = i < folded.length() ? folded.codePointAt(i) : ' ';
      if (isWordPart(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        tokens.add(new Token(folded.substring(start, i), signBefore(folded, start)));
        start = -1;
      }
      i += Character.charCount(c);
    }
    return tokens;
  }

  private static char signBefore(String text, int start) {
    char before = start == 0 ? 0 : text.charAt(start - 1);
    // in "jane@acme" the sign joins two words and marks no account
    boolean joins = start >= 2 && isWordPart(text.codePointBefore(start - 1));
    return (before == '#' || before == '@') && !joins ? before : 0;
  }

  private static boolean isWordPart(int c) {
    return c == '_'
        || Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }
}
