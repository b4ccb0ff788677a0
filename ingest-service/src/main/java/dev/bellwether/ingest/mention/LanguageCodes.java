package dev.bellwether.ingest.mention;

import java.util.Locale;
import java.util.Set;

/** The languages of ISO 639-1, and those of ISO 639-2 that have only three letters. */
final class LanguageCodes {

  private static final Set<String> TWO_LETTERS = Set.of(Locale.getISOLanguages());

  private LanguageCodes() {}

  /** Three letters are taken as they are: there are thousands, and the JDK lists none of them. */
  static boolean isKnown(String code) {
    return code.length() == 3 || TWO_LETTERS.contains(code);
  }
}
