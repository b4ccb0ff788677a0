package dev.bellwether.ingest.privacy.redaction;

import java.util.Locale;
import org.apache.commons.validator.routines.IBANValidator;

/**
 * Account numbers of ISO 13616: a country of SWIFT's registry, its length and structure, and 1
 * modulo 97; in either case, blanks or hyphens between groups.
 */
final class IbanFinder implements Finder {

  private static final int SHORTEST = 15;

  private final IBANValidator validator = new IBANValidator();

  @Override
  public void find(Draft draft) {
    StringBuilder text = draft.visible();
    for (int i = 0; i + SHORTEST <= text.length(); i++) {
      // two letters and two digits at the start of a word
      if (isDigit(text.charAt(i + 3))
          && isDigit(text.charAt(i + 2))
          && isLetter(text.charAt(i + 1))
          && isLetter(text.charAt(i))
          && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
        int end = end(text, i);
        if (end > 0) {
          draft.take(Kind.IBAN, i, end);
        }
      }
    }
  }

  private int end(StringBuilder text, int start) {
    String country = text.substring(start, start + 2).toUpperCase(Locale.ROOT);
    IBANValidator.Validator rule = validator.getValidator(country);
    if (rule == null) {
      return -1;
    }
    var compact = new StringBuilder(rule.getIbanLength());
    int end = start;
    while (end < text.length() && compact.length() < rule.getIbanLength()) {
      char c = text.charAt(end);
      if (isDigit(c) || isLetter(c)) {
        compact.append(Character.toUpperCase(c));
      } else if (c != ' ' && c != '-' && c != '.'
          || !Character.isLetterOrDigit(text.charAt(end - 1))) {
        return -1;
      }
      end++;
    }
    boolean wordEnds = end == text.length() || !isDigit(text.charAt(end));
    return wordEnds && validator.isValid(compact.toString()) ? end : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
