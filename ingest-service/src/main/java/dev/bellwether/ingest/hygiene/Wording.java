package dev.bellwether.ingest.hygiene;

import java.util.HashMap;
import java.util.Map;

/** What can be said of a text's words without knowing what they mean. */
final class Wording {

  private static final int FEWEST_WORDS = 10;
  private static final double SHARE_OF_ONE_WORD = 0.6;

  private Wording() {}

  /** Words that hold both Latin letters and Cyrillic or Greek ones. */
  static int mixedWords(String text) {
    int mixed = 0;
    boolean latin = false;
    boolean other = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c < 0x80) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
          latin = true;
        } else {
          mixed += latin && other ? 1 : 0;
          latin = false;
          other = false;
        }
      } else if (c >= 0x370 && c <= 0x52F) {
        other = true;
      } else if (!Character.isLetter(c)) {
        mixed += latin && other ? 1 : 0;
        latin = false;
        other = false;
      }
    }
    return mixed;
  }

  /** Whether one word makes up most of a text of some length. */
  static boolean isRepetitive(String text) {
    if (text.length() < 2 * FEWEST_WORDS) {
      return false;
    }
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    int most = 0;
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inWord = i < text.length() && !Character.isWhitespace(text.charAt(i));
      if (inWord && from < 0) {
        from = i;
      } else if (!inWord && from >= 0) {
        most = Math.max(most, counts.merge(text.substring(from, i), 1, Integer::sum));
        words++;
        from = -1;
      }
    }
    return words >= FEWEST_WORDS && most >= SHARE_OF_ONE_WORD * words;
  }
}
