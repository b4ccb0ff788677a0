package dev.bellwether.ingest.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.hygiene.PostEntities;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSubjectTest {

  private static final NamedSubject ACME = NamedSubject.account("x", "Acme");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@acme hi|@[erased] hi",
        "RT @ACME: hi|RT @[erased]: hi",
        "(@acme)|(@[erased])",
        "@acme.thanks|@[erased].thanks",
        "＠acme|@[erased]",
        "@acme@social.example, hi|@[erased], hi",
        "see https://x.com/acme/status/1.|see [erased link].",
        "see x.com/Acme|see [erased link]",
        "see https://mobile.twitter.com/acme?s=20|see [erased link]",
        "see https://social.example/@acme/1|see [erased link]",
        "@acme and @bob https://t.example/a|@[erased] and @bob https://t.example/a"
      })
  void theAccountAndLinksToItAreTakenOut(String before, String after) {
    Mention left = ACME.takenOutOf(post("x", before), false).orElseThrow();
    assertEquals(after, left.text());
    assertEquals(PostEntities.in(after).accounts(), left.mentionedAccounts());
    assertEquals(PostEntities.in(after).links(), left.links());
    assertEquals(8, left.revision());
    assertEquals(Cause.EDITED, left.cause());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme is a brand, #acme a tag",
        "@acmeinc, @acme_de, mail@acme and jane@acme.example",
        "https://acme.example/x and https://news.example/acme/1",
        "https://x.com/acmeinc/status/1"
      })
  void whatOnlyLooksLikeTheAccountStays(String text) {
    assertTrue(ACME.takenOutOf(post("x", text), false).isEmpty());
  }

  @Test
  void onAnotherPlatformTheNameIsSomebodyElse() {
    assertTrue(ACME.takenOutOf(post("mastodon", "@acme"), false).isEmpty());
  }

  @Test
  void namesWithDotsAreReadWhole() {
    var bare = NamedSubject.account("bluesky", "jane");
    assertTrue(bare.takenOutOf(post("bluesky", "@jane.bsky.social"), false).isEmpty());
    assertEquals(
        "@[erased]. hi", bare.takenOutOf(post("bluesky", "@jane. hi"), false).orElseThrow().text());
    var whole = NamedSubject.account("bluesky", "jane.bsky.social");
    assertEquals(
        "@[erased]!",
        whole.takenOutOf(post("bluesky", "@Jane.bsky.social!"), false).orElseThrow().text());
  }

  @Test
  void redditWritesAccountsInAnotherWay() {
    var jane = NamedSubject.account("reddit", "jane");
    assertEquals(
        "@[erased] and @[erased], [erased link]",
        jane.takenOutOf(post("reddit", "u/Jane and /u/jane, https://reddit.com/u/jane"), false)
            .orElseThrow()
            .text());
  }

  @Test
  void anAnswerToWhatIsErasedAnswersNothing() {
    Mention left = ACME.takenOutOf(post("x", "yes"), true).orElseThrow();
    assertNull(left.inReplyTo());
    assertEquals("x:1", ACME.takenOutOf(post("x", "@acme"), false).orElseThrow().inReplyTo());
  }

  @Test
  void aPostIsKnownByItsIdInALink() {
    var post = NamedSubject.post("x", "1789");
    assertEquals(
        "[erased link] in 1789",
        post.takenOutOf(post("x", "https://x.com/i/status/1789 in 1789"), false)
            .orElseThrow()
            .text());
    assertTrue(post.takenOutOf(post("x", "https://x.com/i/status/17890"), false).isEmpty());
  }

  @Test
  void thePageOfARepostGoesWithTheAccount() {
    Mention repost = post("x", "hi", "https://x.com/acme/status/1");
    assertNull(ACME.takenOutOf(repost, false).orElseThrow().url());
  }

  @Test
  void aTextNeverGrowsBeyondWhatAMentionHolds() {
    var short1 = NamedSubject.account("x", "a");
    String text = "@a ".repeat(Mention.MAX_TEXT / 3);
    String left = short1.takenOutOf(post("x", text), false).orElseThrow().text();
    assertTrue(left.length() <= Mention.MAX_TEXT);
    assertFalse(left.contains("@a"));
  }

  private static Mention post(String platform, String text) {
    return post(platform, text, null);
  }

  private static Mention post(String platform, String text, String url) {
    var entities = PostEntities.in(text);
    Instant at = Instant.parse("2026-11-01T10:00:00Z");
    return new Mention(
        Mention.SCHEMA_VERSION,
        "w",
        platform + ":9",
        7,
        Cause.CAPTURED,
        platform,
        url,
        "post",
        text,
        "en",
        at,
        at,
        Author.UNKNOWN,
        new Engagement(0, 0, 0, 0),
        entities.hashtags(),
        entities.accounts(),
        entities.links(),
        "x:1",
        List.of(),
        Flags.NONE);
  }
}
