package dev.bellwether.ingest.mention;

import dev.bellwether.ingest.privacy.redaction.Kind;
import dev.bellwether.ingest.privacy.redaction.Redacted;
import dev.bellwether.ingest.privacy.redaction.Redactor;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a post's text and link what must not be kept. Nothing is concluded from the post
 * before: not its language, entities, monitors or fingerprint.
 */
public record PostRedaction(Redactor redactor) {

  /** The post without it; {@link Post#redacted()} says what there was. */
  public Post of(Post post) {
    Redacted text = redactor.redact(post.text());
    Redacted url = post.url() == null ? null : redactor.redact(post.url());
    boolean urlStays = url == null || url.kinds().isEmpty();
    if (text.kinds().isEmpty() && urlStays) {
      return post;
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(text.kinds());
    if (!urlStays) {
      kinds.addAll(url.kinds());
    }
    List<String> codes = kinds.stream().map(Kind::code).toList();
    return post.redacted(text.text(), urlStays ? post.url() : url.text(), codes);
  }

  /** What a language is told from: no placeholder is a word of any. */
  static String spoken(Post post, String prose) {
    return post.redacted().isEmpty() ? prose : Redactor.withoutPlaceholders(prose);
  }
}
