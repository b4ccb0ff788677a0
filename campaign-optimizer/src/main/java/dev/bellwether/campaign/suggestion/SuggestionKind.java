package dev.bellwether.campaign.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is suggested. */
public enum SuggestionKind {
  /** Spend nothing on these lines for now. */
  PAUSE,
  /** Spend less on these lines for now. */
  LOWER,
  /** Move some of the account's day to these lines. */
  SHIFT,
  /** Give these lines back what they spent before they were paused or lowered. */
  RESUME;

  /** The name used in JSON, in the database and in query parameters. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SuggestionKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** Whether it takes money away from lines for the brand's safety. */
  public boolean isProtection() {
    return this == PAUSE || this == LOWER;
  }
}
