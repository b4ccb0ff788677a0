package dev.bellwether.sentiment.text;

/** What each UTF-16 unit can be part of, as bits, so that cutting a post costs one look a unit. */
final class CharacterClass {

  static final byte LETTER = 1;
  static final byte DIGIT = 2;

  /** White space, controls, formats, marks without a letter, unassigned: between tokens. */
  static final byte SKIPPED = 4;

  /** Belongs to the word it stands in: non-spacing and spacing marks. */
  static final byte MARK = 8;

  static final byte UPPER = 16;

  /** An emoticon may begin with it. */
  static final byte FACE = 32;

  /** An emoji or another sign drawn as a picture. */
  static final byte PICTURE = 64;

  private static final int ALL = 0x10000;
  private static final byte[] CLASSES = classes();

  private CharacterClass() {}

  static boolean is(char c, int classes) {
    return (CLASSES[c] & classes) != 0;
  }

  private static byte[] classes() {
    var table = new byte[ALL];
    for (int c = 0; c < ALL; c++) {
      int bits = Character.isLetter(c) ? LETTER : 0;
      bits |= Character.isDigit(c) ? DIGIT : 0;
      bits |= Character.isWhitespace(c) || skipped(c) ? SKIPPED : 0;
      bits |= mark(c) ? MARK : 0;
      bits |= Character.isUpperCase(c) ? UPPER : 0;
      bits |= Emoticons.mayStart((char) c) ? FACE : 0;
      bits |= picture(c) ? PICTURE : 0;
      table[c] = (byte) bits;
    }
    return table;
  }

  /**
   * Whether a code point is drawn as a picture. Signs of trade and copyright are not, though
   * Unicode lists them.
   */
  static boolean picture(int codePoint) {
    boolean regional = codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    return (Character.isExtendedPictographic(codePoint)
            || Character.isEmojiModifier(codePoint)
            || regional)
        && codePoint != 0xA9
        && codePoint != 0xAE
        && codePoint != 0x2122;
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  static boolean skipped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
