package dev.bellwether.ingest.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.ingest.hygiene.PostJudge.Evidence;
import dev.bellwether.ingest.hygiene.duplicate.Placement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostJudgeTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  private final PostJudge judge = new PostJudge();

  private int posts;

  private Flags judge(String author, String text, String cluster, Instant at) {
    posts++;
    return judge("x:" + posts, author, text, cluster, at);
  }

  private Flags judge(String mention, String author, String text, String cluster, Instant at) {
    return judge.judge(
        new Evidence(
            "w",
            mention,
            text,
            PostEntities.in(text),
            "post",
            author,
            cluster == null ? null : new Placement(cluster, false),
            at,
            at,
            false,
            List.of()));
  }

  @Test
  void anAccountThatPostsByTheClockLooksLikeABotAndOneThatDoesNotDoesNot() {
    Flags last = Flags.NONE;
    for (int i = 0; i < 15; i++) {
      last = judge("clock", "post " + i, "c" + i, NOON.plusSeconds(600L * i));
    }
    assertEquals(0.5, last.bot());
    assertEquals(List.of("steady-intervals"), last.reasons());
    long[] human = {0, 40, 700, 900, 4_000, 4_060, 9_000, 9_500, 20_000, 20_010, 30_000, 41_000};
    for (long second : human) {
      last = judge("human", "post " + second, "h" + second, NOON.plusSeconds(second));
    }
    assertEquals(0.0, last.bot());
  }

  @Test
  void anAccountThatSaysTheSameAgainAndAgainInAMinuteLooksLikeABot() {
    Flags last = Flags.NONE;
    for (int i = 0; i < 12; i++) {
      last = judge("loud", "the same words", "same", NOON.plusSeconds(3L * i + i % 3));
    }
    assertEquals(List.of("rapid-posts", "repeats-itself"), last.reasons());
    assertEquals(0.7, last.bot(), 1e-9);
  }

  @Test
  void aPostThatIsSentAgainAndAgainBecauseItsBatchWasRefusedMakesItsAuthorNoBot() {
    Flags last = Flags.NONE;
    for (int i = 0; i < 20; i++) {
      last = judge("x:1", "patient", "the same words", "same", NOON);
    }
    assertEquals(0.0, last.bot());
    assertEquals(List.of(), last.reasons());
  }

  @Test
  void whereNobodyIsNamedNobodyIsJudged() {
    assertNull(judge(null, "hello there", null, NOON).bot());
  }

  @Test
  void aTextThatManyAccountsPostAsTheirOwnIsASignOfSpam() {
    Flags last = Flags.NONE;
    for (int i = 0; i < 6; i++) {
      last = judge("account" + i, "a promo code for you", "pushed", NOON.plusSeconds(60L * i));
    }
    assertEquals(List.of("hard-sell", "copied-by-many"), last.reasons());
    assertTrue(last.looksLikeSpam());
  }

  @Test
  void lettersOfAnotherAlphabetInsideWordsAreSpam() {
    String disguised = "Frее bоnus fоr all of you";
    Flags flags = judge("x", disguised, null, NOON);
    assertEquals(List.of("mixed-alphabets"), flags.reasons());
    assertTrue(flags.looksLikeSpam());
    assertEquals(0, judge("x", "Привет, вот новый iPhone от Apple", null, NOON).spam());
  }

  @Test
  void theClaimedTimeIsHeldAgainstTheObservedOne() {
    for (var expected : List.of("ahead:3600", "none:0", "none:-86400", "behind:-86401")) {
      String[] parts = expected.split(":");
      Flags flags =
          judge.judge(
              new Evidence(
                  "w",
                  "x:1",
                  "text",
                  PostEntities.in("text"),
                  "post",
                  null,
                  null,
                  NOON.plusSeconds(Long.parseLong(parts[1])),
                  NOON,
                  false,
                  List.of()));
      assertEquals("none".equals(parts[0]) ? null : parts[0], flags.clock());
    }
  }
}
