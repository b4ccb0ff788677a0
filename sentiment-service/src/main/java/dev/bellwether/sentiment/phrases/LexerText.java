package dev.bellwether.sentiment.phrases;

/**
 * A text as the lexer is given it: of the same length, so that positions hold. The lexer's time
 * grows with the square of a stretch without blanks (10,000 quotation marks took it seven seconds),
 * so of such a stretch one character in {@value #LONGEST} is read as a blank.
 */
final class LexerText {

  static final int LONGEST = 200;

  /** What surely ends a stretch for the lexer: an ideographic space, for one, does not. */
  private static final String BLANKS = " \t\n\r";

  private LexerText() {}

  static String of(String text) {
    var broken = new StringBuilder(text);
    int unbroken = 0;
    for (int i = 0; i < broken.length(); i++) {
      unbroken = BLANKS.indexOf(broken.charAt(i)) >= 0 ? 0 : unbroken + 1;
      if (unbroken == LONGEST) {
        blank(broken, i);
        unbroken = 0;
      }
    }
    return broken.toString();
  }

  /** Half a surrogate pair would be no character. */
  private static void blank(StringBuilder text, int at) {
    char was = text.charAt(at);
    text.setCharAt(at, ' ');
    if (Character.isHighSurrogate(was)
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      text.setCharAt(at + 1, ' ');
    } else if (Character.isLowSurrogate(was) && Character.isHighSurrogate(text.charAt(at - 1))) {
      text.setCharAt(at - 1, ' ');
    }
  }
}
