package dev.bellwether.ingest.mention;

import dev.bellwether.ingest.privacy.redaction.Kind;
import dev.bellwether.ingest.privacy.redaction.Redacted;
import dev.bellwether.ingest.privacy.redaction.Redactor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A post whose text and link no longer hold what redaction takes out. Nothing is concluded from the
 * post before: not its language, entities, monitors or fingerprint.
 *
 * @param kinds codes of what was taken out, such as {@code email}
 */
record RedactedPost(Post post, List<String> kinds) {

  static RedactedPost of(Post post, Redactor redactor) {
    Redacted text = redactor.redact(post.text());
    Redacted url = post.url() == null ? null : redactor.redact(post.url());
    boolean urlStays = url == null || url.kinds().isEmpty();
    if (text.kinds().isEmpty() && urlStays) {
      return new RedactedPost(post, List.of());
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(text.kinds());
    if (!urlStays) {
      kinds.addAll(url.kinds());
    }
    return new RedactedPost(
        post.withText(text.text(), urlStays ? post.url() : url.text()),
        kinds.stream().map(Kind::code).toList());
  }

  /** What a language is told from: no placeholder is a word of any. */
  String spoken(String prose) {
    return kinds.isEmpty() ? prose : Redactor.withoutPlaceholders(prose);
  }
}
