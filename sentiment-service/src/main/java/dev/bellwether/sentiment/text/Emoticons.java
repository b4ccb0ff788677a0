package dev.bellwether.sentiment.text;

/** Finds faces drawn with punctuation. */
final class Emoticons {

  private static final String EYES = ":;=8";
  private static final String NOSES = "-'o^*";
  private static final String MOUTHS = ")](}[{dDpPoO/\\|@$3*sScCxX<>";
  private static final String REVERSED_MOUTHS = ")](}[{";
  private static final String[] WHOLE = {
    "</3", "^_^", "-_-", "o_o", "O_O", "o_O", "O_o", "T_T", ">_<", "._.", "\\o/", "<3", "^^", "xD",
    "XD", "D:"
  };
  private static final String WHOLE_STARTS = "<^-oOxXT>.\\D";

  private Emoticons() {}

  /** Whether any emoticon begins with {@code c}. */
  static boolean mayStart(char c) {
    return c < 128 && everMayStart(c);
  }

  private static boolean everMayStart(char c) {
    return EYES.indexOf(c) >= 0 || REVERSED_MOUTHS.indexOf(c) >= 0 || WHOLE_STARTS.indexOf(c) >= 0;
  }

  /**
   * How many characters from {@code at} are an emoticon, without repeats of its mouth; 0 where
   * there is none.
   */
  static int lengthAt(RawText text, int at) {
    int whole = wholeAt(text, at);
    if (whole > 0) {
      return whole;
    }
    int forward = forwardAt(text, at);
    return forward > 0 ? forward : reversedAt(text, at);
  }

  private static int wholeAt(RawText text, int at) {
    if (WHOLE_STARTS.indexOf(text.chars[at]) < 0) {
      return 0;
    }
    for (var face : WHOLE) {
      if (startsWith(text, at, face) && endsCleanly(text, at, face.length())) {
        return face.length();
      }
    }
    return 0;
  }

  private static int forwardAt(RawText text, int at) {
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
    return endsCleanly(text, at, length) && !startsWith(text, at, "://") ? length : 0;
  }

  private static int reversedAt(RawText text, int at) {
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
    boolean alone = next >= text.length || Character.isWhitespace(text.chars[next]);
    return alone ? next - at : 0;
  }

  /**
   * A face that ends in a letter must not run on into a word, as {@code :DVD} would; nor begin
   * inside one.
   */
  private static boolean endsCleanly(RawText text, int at, int length) {
    boolean begins =
        !Character.isLetterOrDigit(text.chars[at])
            || at == 0
            || !Character.isLetterOrDigit(text.chars[at - 1]);
    int end = at + length;
    boolean letterMouth = Character.isLetterOrDigit(text.chars[end - 1]);
    while (end < text.length && text.chars[end] == text.chars[end - 1]) {
      end++;
    }
    return begins
        && !(letterMouth && end < text.length && Character.isLetterOrDigit(text.chars[end]));
  }

  private static boolean startsWith(RawText text, int at, String expected) {
    if (at + expected.length() > text.length) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      if (text.chars[at + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** U+0000 stands for "past the end"; it is in none of the sets above. */
  private static char charAt(RawText text, int at) {
    return at < text.length ? text.chars[at] : '\0';
  }
}
