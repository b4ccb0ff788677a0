package dev.bellwether.ingest.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.privacy.redaction.Redacted;
import dev.bellwether.ingest.privacy.redaction.Redactor;
import dev.bellwether.ingest.rows.Checked;
import dev.bellwether.ingest.rows.Checked.Invalid;
import dev.bellwether.ingest.rows.Checked.Valid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostRedactionTest {

  @Test
  void aTextThatBreaksRedactionCostsItsRowAndNoOther() {
    List<RuntimeException> failures = new ArrayList<>();
    var redaction =
        new PostRedaction(
            text -> {
              if (text.contains("secret")) {
                throw new NumberFormatException(text);
              }
              return new Redacted(text, List.of());
            },
            failures::add);

    Checked<Post> bad = redaction.of(new Valid<>(post("a secret", null, "alice")));
    Checked<Post> good = redaction.of(new Valid<>(post("a leak", null, "alice")));

    Invalid<?> rejected = assertInstanceOf(Invalid.class, bad);
    assertEquals("x:1", rejected.id());
    assertEquals("text", rejected.field());
    assertFalse(rejected.reason().contains("secret"), rejected.reason());
    assertEquals(1, failures.size());
    assertInstanceOf(Valid.class, good);
  }

  @Test
  void aTextThatGrowsTooLongIsRejected() {
    String text = "a@b.co ".repeat(Mention.MAX_TEXT / 7);
    var redaction = new PostRedaction(new Redactor()::redact, failure -> {});
    Invalid<?> rejected =
        assertInstanceOf(Invalid.class, redaction.of(new Valid<>(post(text, null, null))));
    assertEquals("text", rejected.field());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "@Alice, https://x.com/alice/status/12?s=20, https://x.com/i/status/12",
        "alice, https://mobile.twitter.com/Alice/status/12, https://twitter.com/i/web/status/12",
        "alice, https://x.com/alice, -",
        "alice, https://x.com/i/status/12, https://x.com/i/status/12",
        "alice, https://x.com/bob/status/12, https://x.com/bob/status/12",
        "alice, https://mastodon.social/@alice/12, -",
        "alice@mastodon.social, https://mastodon.social/@alice/12, -",
        "alice, https://other.example/@alice@mastodon.social/12, -",
        "alice.bsky.social, https://bsky.app/profile/alice.bsky.social/post/3k, -",
        "alice, https://bsky.app/profile/alice.bsky.social/post/3k, -",
        "alice, https://bsky.app/profile/did:plc:z72i7h/post/3k, https://bsky.app/profile/did:plc:z72i7h/post/3k",
        "u/alice, https://www.reddit.com/r/mugs/comments/a1/leaks/, https://www.reddit.com/r/mugs/comments/a1/leaks/",
        "u/alice, https://www.reddit.com/user/alice/comments/a1/, -",
        "alice, https://alice.tumblr.com/post/1, -",
        "alice, https://example.com/?by=%61lice&x=%, https://example.com/?by=%61lice&x=%",
        "alice, https://example.com/?by=%61lice, -",
        "-, https://x.com/alice/status/12, https://x.com/alice/status/12",
        "alice, -, -",
      })
  void aLinkDoesNotNameTheAuthorThatThePseudonymHides(String author, String url, String left) {
    var redaction = new PostRedaction(new Redactor()::redact, failure -> {});
    Post post = redaction.of(post("it leaks", url, author));
    assertEquals(left, post.url());
    assertEquals("it leaks", post.text());
  }

  private static Post post(String text, String url, String author) {
    return new Post(
        "x",
        "1",
        text,
        Instant.EPOCH,
        url,
        null,
        author,
        null,
        null,
        null,
        null,
        "post",
        List.of());
  }
}
