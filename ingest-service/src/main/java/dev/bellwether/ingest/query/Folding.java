package dev.bellwether.ingest.query;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes writings of one word equal: compatibility forms (NFKC), case, and the diacritics of Latin
 * letters, so that {@code CAFÉ}, {@code Café} and {@code cafe} are one. Marks of other scripts
 * stay, since there they make other words. What cannot be seen (joiners, selectors, skin tones) is
 * dropped; © ® ™ become blanks, so that {@code Acme™} is {@code acme}.
 */
final class Folding {

  static final char JOINER = '\u200d';

  private static final int FIRST_SKIN_TONE = 0x1F3FB;
  private static final int LAST_SKIN_TONE = 0x1F3FF;
  private static final int PUNCTUATION = 0x2000;
  private static final int PUNCTUATION_END = 0x2070;
  private static final char VARIATION_SELECTOR = '\ufe0f';

  /** Each character up to Latin Extended-B, folded: most posts hold no others but emoji. */
  private static final String[] LATIN = new String[0x250];

  static {
    for (char c = 0; c < LATIN.length; c++) {
      LATIN[c] = normalized(String.valueOf(c));
    }
  }

  private enum Base {
    LATIN,
    OTHER_LETTER,
    PICTOGRAPH,
    NONE
  }

  private Folding() {}

  static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return foldBeyondAscii(text, i);
      }
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String foldBeyondAscii(String text, int ascii) {
    var folded = new StringBuilder(text.length() + 8);
    folded.append(text.substring(0, ascii).toLowerCase(Locale.ROOT));
    boolean pictograph = false;
    for (int i = ascii; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < LATIN.length) {
        folded.append(LATIN[c]);
        pictograph = false;
      } else if (c == JOINER) {
        if (pictograph) {
          folded.append(c);
        }
        pictograph = false;
      } else if (c >= PUNCTUATION && c < PUNCTUATION_END) {
        if (Character.getType(c) != Character.FORMAT) {
          folded.append(' ');
          pictograph = false;
        }
      } else if (c != VARIATION_SELECTOR) {
        int symbol = text.codePointAt(i);
        if (!isPictograph(symbol)) {
          return normalized(text);
        }
        if (!isSkinTone(symbol)) {
          folded.appendCodePoint(symbol);
          pictograph = true;
        }
        i += Character.charCount(symbol) - 1;
      }
    }
    return folded.toString();
  }

  /** The definition, for any text; the faster ways above agree with it. */
  static String normalized(String text) {
    String plain = text.replace('\u2122', ' ').replace('\u2120', ' ');
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFKD);
    var folded = new StringBuilder(decomposed.length());
    Base base = Base.NONE;
    for (int i = 0; i < decomposed.length(); ) {
      int c = decomposed.codePointAt(i);
      i += Character.charCount(c);
      switch (Character.getType(c)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK -> {
          if (base == Base.OTHER_LETTER && !isVariationSelector(c)) {
            folded.appendCodePoint(c);
          }
        }
        case Character.FORMAT -> {
          if (c == JOINER && base == Base.PICTOGRAPH) {
            folded.append(JOINER);
            base = Base.NONE;
          }
        }
        default -> {
          if (!isSkinTone(c)) {
            int lower = Character.toLowerCase(c);
            append(folded, lower);
            base = base(lower);
          }
        }
      }
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Letters that are told apart in Latin by more than a mark that Unicode decomposes. */
  private static void append(StringBuilder folded, int c) {
    switch (c) {
      case 'ß' -> folded.append("ss");
      case 'æ' -> folded.append("ae");
      case 'œ' -> folded.append("oe");
      case 'ø' -> folded.append('o');
      case 'ł' -> folded.append('l');
      case 'đ', 'ð' -> folded.append('d');
      case 'þ' -> folded.append("th");
      case 'ı' -> folded.append('i');
      case 'ħ' -> folded.append('h');
      case 'ŧ' -> folded.append('t');
      case 'ς' -> folded.append('σ');
      case '©', '®' -> folded.append(' ');
      default -> folded.appendCodePoint(c >= PUNCTUATION && c < PUNCTUATION_END ? ' ' : c);
    }
  }

  private static Base base(int c) {
    if (Character.isLetter(c)) {
      return UnicodeScript.of(c) == UnicodeScript.LATIN ? Base.LATIN : Base.OTHER_LETTER;
    }
    return isPictograph(c) ? Base.PICTOGRAPH : Base.NONE;
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static boolean isSkinTone(int c) {
    return c >= FIRST_SKIN_TONE && c <= LAST_SKIN_TONE;
  }

  /** Emoji, their older relatives such as ☎, and the letters that flags are made of. */
  static boolean isPictograph(int c) {
    return isRegionalIndicator(c)
        || isSkinTone(c)
        || (c != '©'
            && c != '®'
            && c != '\u2122'
            && c != '\u2139'
            && c >= PUNCTUATION_END
            && Character.isExtendedPictographic(c));
  }

  static boolean isRegionalIndicator(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }
}
