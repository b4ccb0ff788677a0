package dev.bellwether.ingest.privacy.redaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a text what identifies a person directly, by rule: e-mail addresses, phone numbers,
 * payment cards, IBANs, street addresses, IP addresses. What each rule knows, and what it does not,
 * is in docs/privacy.md. Knows no state: one instance serves all threads.
 */
public final class Redactor {

  // a find may uncover another, as the number behind it in a run too long for one
  private static final int MOST_ROUNDS = 8;

  private final List<Finder> emails = List.of(new EmailFinder(), new SpelledOutEmailFinder());
  private final List<Finder> evenInLinks =
      List.of(new IbanFinder(), new IpFinder(), new LinkFinder());
  // an address before a phone number takes its house number
  private final List<Finder> numbers =
      List.of(new CardFinder(), new AddressFinder(), new PhoneFinder(new InternationalNumbers()));

  /** The same text, and no kinds, where nothing was found; nothing is found in what comes out. */
  public Redacted redact(String text) {
    Redacted result = redactOnce(text);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(result.kinds());
    for (int round = 1; round < MOST_ROUNDS && !result.kinds().isEmpty(); round++) {
      result = redactOnce(result.text());
      kinds.addAll(result.kinds());
    }
    return new Redacted(result.text(), List.copyOf(kinds));
  }

  private Redacted redactOnce(String text) {
    FoldedText folded = FoldedText.of(text);
    var draft = new Draft(folded);
    hidePlaceholders(draft);
    emails.forEach(finder -> finder.find(draft));
    if (hasDigits(draft)) {
      evenInLinks.forEach(finder -> finder.find(draft));
      if (hasDigits(draft)) {
        numbers.forEach(finder -> finder.find(draft));
      }
    }
    return draft.applyTo(text);
  }

  /** Their words are none of the post's: {@code [phone]} calls nobody. */
  private static void hidePlaceholders(Draft draft) {
    StringBuilder text = draft.visible();
    if (text.indexOf("[") < 0) {
      return;
    }
    for (Kind kind : Kind.values()) {
      String placeholder = kind.placeholder();
      for (int at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at)) {
        draft.hide(at, at + placeholder.length());
      }
    }
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
