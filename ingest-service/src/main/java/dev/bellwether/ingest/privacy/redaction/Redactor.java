package dev.bellwether.ingest.privacy.redaction;

import java.util.List;

/**
 * Takes out of a text what identifies a person directly, by rule: e-mail addresses, phone numbers,
 * payment cards, IBANs, street addresses, IP addresses. What each rule knows, and what it does not,
 * is in docs/privacy.md. Knows no state: one instance serves all threads.
 */
public final class Redactor {

  private final EmailFinder emails = new EmailFinder();
  private final List<Finder> evenInLinks =
      List.of(new IbanFinder(), new IpFinder(), new LinkFinder());
  // an address before a phone number takes its house number
  private final List<Finder> numbers =
      List.of(new CardFinder(), new AddressFinder(), new PhoneFinder());

  /** The same text, and no kinds, where nothing was found. */
  public Redacted redact(String text) {
    FoldedText folded = FoldedText.of(text);
    var draft = new Draft(folded);
    emails.find(draft);
    if (hasDigits(draft)) {
      evenInLinks.forEach(finder -> finder.find(draft));
      if (hasDigits(draft)) {
        numbers.forEach(finder -> finder.find(draft));
      }
    }
    return draft.applyTo(text);
  }

  /** The text without the placeholders that redaction put there. */
  public static String withoutPlaceholders(String text) {
    String without = text;
    for (Kind kind : Kind.values()) {
      without = without.replace(kind.placeholder(), " ");
    }
    return without;
  }

  private static boolean hasDigits(Draft draft) {
    StringBuilder text = draft.visible();
    for (int i = 0; i < text.length(); i++) {
      if (NumberRun.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
