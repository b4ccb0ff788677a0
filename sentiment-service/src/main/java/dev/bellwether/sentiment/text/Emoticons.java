package dev.bellwether.sentiment.text;

import java.util.Set;

/** Finds faces drawn with punctuation. */
final class Emoticons {

  private static final String EYES = ":;=8";
  private static final String NOSES = "-'o^*";
  private static final String MOUTHS = ")](}[{dDpPoO/\\|@$3*sScCxX<>";
  private static final String REVERSED_MOUTHS = ")](}[{";
  private static final Set<String> WHOLE =
      Set.of(
          "</3", "<3", "^_^", "^^", "-_-", "o_o", "O_O", "o_O", "O_o", "xD", "XD", "T_T", ">_<",
          "._.", "\\o/", "D:");
  private static final int LONGEST_WHOLE = 3;

  private Emoticons() {}

  /**
   * How many characters from {@code at} are an emoticon, without repeats of its mouth; 0 where
   * there is none.
   */
  static int lengthAt(String text, int at) {
    int whole = wholeAt(text, at);
    if (whole > 0) {
      return whole;
    }
    int forward = forwardAt(text, at);
    return forward > 0 ? forward : reversedAt(text, at);
  }

  private static int wholeAt(String text, int at) {
    for (int length = Math.min(LONGEST_WHOLE, text.length() - at); length >= 2; length--) {
      if (WHOLE.contains(text.substring(at, at + length)) && endsCleanly(text, at, length)) {
        return length;
      }
    }
    return 0;
  }

  private static int forwardAt(String text, int at) {
    int i = at;
    if (charAt(text, i) == '>') {
      i++;
    }
    if (EYES.indexOf(charAt(text, i)) < 0) {
      return 0;
    }
    // "8)" closes a list far more often than it wears glasses
    boolean glasses = charAt(text, i) == '8';
    i++;
    if (charAt(text, i) == '\'') {
      i++;
    }
    boolean nose = NOSES.indexOf(charAt(text, i)) >= 0 && MOUTHS.indexOf(charAt(text, i + 1)) >= 0;
    if (nose) {
      i++;
    }
    if (MOUTHS.indexOf(charAt(text, i)) < 0 || (glasses && !nose)) {
      return 0;
    }
    int length = i + 1 - at;
    return endsCleanly(text, at, length) && !startsLink(text, at) ? length : 0;
  }

  private static int reversedAt(String text, int at) {
    if (REVERSED_MOUTHS.indexOf(charAt(text, at)) < 0) {
      return 0;
    }
    int i = at + 1;
    if ("-'".indexOf(charAt(text, i)) >= 0) {
      i++;
    }
    if (":;=".indexOf(charAt(text, i)) < 0) {
      return 0;
    }
    int next = i + 1;
    boolean alone = next >= text.length() || Character.isWhitespace(text.charAt(next));
    return alone ? next - at : 0;
  }

  /**
   * A face that ends in a letter must not run on into a word, as {@code :DVD} would; nor begin
   * inside one.
   */
  private static boolean endsCleanly(String text, int at, int length) {
    boolean begins =
        !Character.isLetterOrDigit(text.charAt(at))
            || at == 0
            || !Character.isLetterOrDigit(text.charAt(at - 1));
    int end = at + length;
    boolean letterMouth = Character.isLetterOrDigit(text.charAt(end - 1));
    while (end < text.length() && text.charAt(end) == text.charAt(end - 1)) {
      end++;
    }
    return begins
        && !(letterMouth && end < text.length() && Character.isLetterOrDigit(text.charAt(end)));
  }

  private static boolean startsLink(String text, int at) {
    return text.startsWith("://", at);
  }

  /** U+0000 stands for "past the end"; it is in none of the sets above. */
  private static char charAt(String text, int at) {
    return at < text.length() ? text.charAt(at) : '\0';
  }
}
