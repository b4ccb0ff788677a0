package dev.bellwether.ingest.hygiene.duplicate;

/** What a decomposed character is to a comparison of words. */
final class Scripts {

  private Scripts() {}

  /** Diacritics, vowel points and characters nobody sees: a word is the same without them. */
  static boolean isHidden(int c) {
    return c >= 0x300
        && (c <= 0x36F
            || c >= 0x591 && c <= 0x5C7
            || c >= 0x64B && c <= 0x65F
            || Character.getType(c) == Character.FORMAT);
  }

  /** Marks that are part of a word in the scripts of India and their neighbours. */
  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese. */
  static boolean standsAlone(int c) {
    return c >= 0xE00
        && (c <= 0xEFF
            || c >= 0x1000 && c <= 0x109F
            || c >= 0x1780 && c <= 0x17FF
            || c >= 0x3040 && c <= 0x30FF
            || c >= 0x3400 && c <= 0x9FFF
            || c >= 0x20000 && c <= 0x3FFFF);
  }
}
