package dev.bellwether.ingest.privacy.redaction;

import java.util.List;

/**
 * A text without what identifies a person directly.
 *
 * @param text with placeholders such as {@code [email]}
 * @param kinds what was taken out, each once, in the order of {@link Kind}
 */
public record Redacted(String text, List<Kind> kinds) {

  public Redacted {
    kinds = List.copyOf(kinds);
  }
}
