package dev.bellwether.ingest.hygiene.duplicate;

/**
 * Cyrillic and Greek letters that look like Latin ones (the most common of Unicode Technical
 * Standard 39's confusables), read as Latin in a text that is mostly Latin.
 */
final class LookAlikes {

  private static final String OTHERS = "аеорсхукмтвніѕјԁһαορυνικτεχ";
  private static final String LATIN = "aeopcxykmtbhisjdhaopuviktex";

  private LookAlikes() {}

  static int fold(int letter, boolean mostlyLatin) {
    if (letter < 0x370 || letter > 0x52F || !mostlyLatin) {
      return letter;
    }
    int at = OTHERS.indexOf(letter);
    return at < 0 ? letter : LATIN.charAt(at);
  }

  /** More Latin letters than Cyrillic and Greek ones. */
  static boolean isMostlyLatin(String text) {
    int latin = 0;
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        latin++;
      } else if (c >= 0x370 && c <= 0x52F) {
        others++;
      }
    }
    return others > 0 && latin > others;
  }
}
