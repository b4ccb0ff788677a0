package dev.bellwether.campaign.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a suggestion. */
public enum SuggestionState {
  /** Waits for somebody to decide. */
  OPEN,
  /** Somebody had a plan made of it, which is still to be approved. */
  ACCEPTED,
  /** Somebody did not want it. */
  DISMISSED,
  /** Its reason is gone. */
  LAPSED;

  /** The name used in JSON, in the database and in query parameters. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SuggestionState> of(String wireName) {
    return Arrays.stream(values()).filter(state -> state.wireName().equals(wireName)).findFirst();
  }
}
