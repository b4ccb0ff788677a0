package dev.bellwether.kit.request;

import java.util.Optional;

/**
 * Text that every store takes: no NUL (PostgreSQL refuses it) and no half of a surrogate pair (no
 * UTF-8 exists for it).
 */
public final class StorableText {

  private StorableText() {}

  /**
   * What keeps the text from being stored, as the end of a sentence that begins with its name, with
   * the remedy; empty where nothing does. Positions count characters from 1.
   */
  public static Optional<String> flaw(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return Optional.of("holds a NUL (U+0000) as character " + (i + 1) + "; remove it");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of(
            "holds half of a surrogate pair as character "
                + (i + 1)
                + " (an emoji cut in two?); remove or complete it");
      }
    }
    return Optional.empty();
  }
}
