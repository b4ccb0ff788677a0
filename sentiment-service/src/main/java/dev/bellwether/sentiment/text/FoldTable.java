package dev.bellwether.sentiment.text;

import java.text.Normalizer;
import java.util.Set;

/** What a word's characters become when it is normalised: one character each, or none. */
final class FoldTable {

  /** The character is left out. */
  static final char DROPPED = '\0';

  private static final int ALL = 0x10000;
  private static final String APOSTROPHES = "'\u2019\u2018\u02bc";
  private static final char TATWEEL = '\u0640';

  private FoldTable() {}

  /** A table over UTF-16 units; surrogates stay as they are. */
  static char[] of(Set<Folding> foldings) {
    var table = new char[ALL];
    for (int c = 0; c < ALL; c++) {
      table[c] = plain((char) c);
    }
    if (foldings.contains(Folding.ACCENTS)) {
      accents(table, 0xC0, 0x250);
      accents(table, 0x1E00, 0x1F00);
    }
    if (foldings.contains(Folding.ARABIC)) {
      replace(table, "أإآٱ", 'ا');
      replace(table, "ىئی", 'ي');
      replace(table, "ؤ", 'و');
      replace(table, "ة", 'ه');
      replace(table, "ک", 'ك');
      replace(table, "ء", DROPPED);
    }
    if (foldings.contains(Folding.DEVANAGARI)) {
      replace(table, "\u093c", DROPPED);
      replace(table, "\u0901", '\u0902');
    }
    return table;
  }

  static boolean apostrophe(char c) {
    return APOSTROPHES.indexOf(c) >= 0;
  }

  private static char plain(char c) {
    if (apostrophe(c)) {
      return '\'';
    }
    if (Character.isSurrogate(c)) {
      return c;
    }
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    return (mark && !indic(c)) || c == TATWEEL ? DROPPED : Character.toLowerCase(c);
  }

  /** In the scripts of India a vowel is a mark on its consonant: without it the word is another. */
  private static boolean indic(char c) {
    return c >= 0x0900 && c < 0x0E00;
  }

  private static void accents(char[] table, int from, int to) {
    for (int c = from; c < to; c++) {
      char base = Normalizer.normalize(String.valueOf(table[c]), Normalizer.Form.NFD).charAt(0);
      table[c] = base;
    }
  }

  private static void replace(char[] table, String characters, char by) {
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] = by;
    }
  }
}
