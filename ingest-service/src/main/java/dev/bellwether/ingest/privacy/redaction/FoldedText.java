package dev.bellwether.ingest.privacy.redaction;

/**
 * A text with every character that merely looks otherwise written plainly: digits of all scripts
 * and full-width forms in ASCII, every blank a space, every dash a hyphen, and what has no width
 * left out; so that no rule is escaped by writing {@code ＠} for {@code @}.
 *
 * @param text the folded one
 * @param origins where each of its characters stands in the original, and behind the last the
 *     original's length; null where both are the same length, character by character
 */
record FoldedText(String text, int[] origins) {

  private static final char FULL_WIDTH_FIRST = '！';
  private static final char FULL_WIDTH_LAST = '～';
  private static final int FULL_WIDTH_SHIFT = FULL_WIDTH_FIRST - '!';
  private static final char LEFT_OUT = 0;

  static FoldedText of(String original) {
    int i = 0;
    while (i < original.length() && original.charAt(i) < 0x80) {
      i++;
    }
    return i == original.length() ? new FoldedText(original, null) : folded(original);
  }

  private static FoldedText folded(String original) {
    var text = new StringBuilder(original.length());
    int[] origins = new int[original.length() + 1];
    for (int i = 0; i < original.length(); ) {
      int c = original.codePointAt(i);
      int plain = plain(c);
      if (plain != LEFT_OUT) {
        for (int j = 0; j < Character.charCount(plain); j++) {
          origins[text.length() + j] = i + j;
        }
        text.appendCodePoint(plain);
      }
      i += Character.charCount(c);
    }
    origins[text.length()] = original.length();
    return new FoldedText(text.toString(), origins);
  }

  private static int plain(int c) {
    if (c < 0x80) {
      return c;
    }
    if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
      return c - FULL_WIDTH_SHIFT;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(c, 10);
      case Character.SPACE_SEPARATOR -> ' ';
      case Character.DASH_PUNCTUATION -> '-';
      case Character.FORMAT -> LEFT_OUT;
      default ->
          switch (c) {
            case 0xFE0F, 0x20E3 -> LEFT_OUT; // a digit on a keycap
            case 0xAD -> LEFT_OUT;
            case 0x2212 -> '-';
            case 0xB7, 0x2024, 0x2027 -> '.';
            case 0xFE6B -> '@';
            default -> c;
          };
    };
  }

  int origin(int index) {
    return origins == null ? index : origins[index];
  }
}
