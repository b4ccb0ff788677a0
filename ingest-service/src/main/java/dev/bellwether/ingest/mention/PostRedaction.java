package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.privacy.redaction.Kind;
import dev.bellwether.ingest.privacy.redaction.Redacted;
import dev.bellwether.ingest.privacy.redaction.Redactor;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.Checked.Invalid;
import dev.bellwether.ingest.rows.Checked.Valid;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes out of a post's text and link what must not be kept. Nothing is concluded from the post
 * before: not its language, entities, monitors or fingerprint.
 */
public final class PostRedaction {

  private static final String FIELD = "text";

  private final Function<String, Redacted> redactor;
  private final Consumer<RuntimeException> failures;

  /**
   * @param redactor such as {@link Redactor#redact}
   * @param failures told of each text that the redactor could not read
   */
  public PostRedaction(Function<String, Redacted> redactor, Consumer<RuntimeException> failures) {
    this.redactor = redactor;
    this.failures = failures;
  }

  /**
   * A row without what must not be kept. Where that cannot be told the row is rejected, and only
   * the row: nothing passes unread, and no other row pays for it.
   */
  public Checked<Post> of(Checked<Post> row) {
    return row instanceof Valid<Post>(Post post) ? checked(post) : row;
  }

  private Checked<Post> checked(Post post) {
    try {
      Post redacted = of(post);
      return redacted.text().length() > Mention.MAX_TEXT
          ? rejected(
              post,
              "text has more than "
                  + Mention.MAX_TEXT
                  + " characters once personal data is replaced; shorten it")
          : new Valid<>(redacted);
    } catch (RuntimeException e) {
      failures.accept(e);
      return rejected(
          post,
          "text could not be searched for personal data, and is not kept unsearched; send it"
              + " without unusual runs of digits and signs, and report this");
    }
  }

  private static Checked<Post> rejected(Post post, String reason) {
    return new Invalid<>(Invalid.LINE_UNKNOWN, post.id(), FIELD, reason);
  }

  /** The post without it; {@link Post#redacted()} says what there was. */
  Post of(Post post) {
    Redacted text = redactor.apply(post.text());
    String link = PostLink.withoutAuthor(post.url(), post.author());
    Redacted url = link == null ? null : redactor.apply(link);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(text.kinds());
    if (url != null) {
      kinds.addAll(url.kinds());
      link = url.text();
    }
    if (kinds.isEmpty() && Objects.equals(link, post.url())) {
      return post;
    }
    return post.redacted(text.text(), link, kinds.stream().map(Kind::code).toList());
  }

  /** What a language is told from: no placeholder is a word of any. */
  static String spoken(Post post, String prose) {
    return post.redacted().isEmpty() ? prose : Redactor.withoutPlaceholders(prose);
  }
}
