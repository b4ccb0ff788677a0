package dev.bellwether.sentiment.targets;

import java.text.Normalizer;

/**
 * Makes letters comparable: lower case, without accents and without the marks that Arabic and
 * Hebrew may leave out. Vowel signs of Indic scripts stay, they are letters in all but name.
 */
final class NameFolding {

  /** Stands for a character that says nothing in a comparison. */
  static final int NOTHING = 0;

  private static final int TABLE = 0x2000;
  private static final char[] FOLDED = table();

  private NameFolding() {}

  /** The code point to compare by, {@link #NOTHING} where there is none. */
  static int fold(int codePoint) {
    if (codePoint < TABLE) {
      return FOLDED[codePoint];
    }
    if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
      return FOLDED[codePoint - 0xFEE0];
    }
    return silent(codePoint) ? NOTHING : Character.toLowerCase(codePoint);
  }

  private static char[] table() {
    var folded = new char[TABLE];
    for (int c = 1; c < TABLE; c++) {
      folded[c] = silent(c) ? NOTHING : letter((char) c);
    }
    folded['ø'] = folded['Ø'] = 'o';
    folded['ł'] = folded['Ł'] = 'l';
    folded['đ'] = folded['Đ'] = 'd';
    folded['ı'] = 'i';
    folded['ß'] = 's';
    return folded;
  }

  private static char letter(char c) {
    if (c < 0x80) {
      return Character.toLowerCase(c);
    }
    var parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    boolean accents = parts.length() > 1;
    for (int i = 1; i < parts.length(); i++) {
      accents &= silent(parts.charAt(i));
    }
    return Character.toLowerCase(accents ? parts.charAt(0) : c);
  }

  private static boolean silent(int codePoint) {
    return (codePoint >= 0x300 && codePoint <= 0x36F)
        || (codePoint >= 0x591 && codePoint <= 0x5C7)
        || (codePoint >= 0x64B && codePoint <= 0x65F)
        || codePoint == 0x640
        || codePoint == 0x670
        || codePoint == 0xAD
        || (codePoint >= 0x200B && codePoint <= 0x200F)
        || (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2060 && codePoint <= 0x2069)
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || codePoint == 0xFEFF;
  }
}
