package dev.bellwether.ingest.hygiene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PostEntitiesTest {

  @Test
  void findsTagsAccountsAndLinksOnceAndLeavesTheProse() {
    var found =
        PostEntities.in(
            "Hey @Acme.co, #Love the #love of https://ex.am/ple?x=1#frag. mail me@acme.com #1 #été");
    assertEquals(List.of("love", "été"), found.hashtags());
    assertEquals(List.of("acme.co"), found.accounts());
    assertEquals(List.of("https://ex.am/ple?x=1#frag"), found.links());
    assertTrue(found.prose().startsWith("Hey"));
    assertTrue(found.prose().contains("me@acme.com"));
  }

  @Property
  void anyTextGetsAnAnswer(@ForAll String text) {
    var found = PostEntities.in(text);
    assertTrue(found.prose().length() <= text.length() + 1);
  }

  @Test
  void oneSignOfSpamDoesNotDecideAndTwoDo() {
    String one = "use my promo code";
    String two = one + " and DM me";
    assertTrue(SpamScore.of(one, PostEntities.in(one)).score() < 0.5);
    assertTrue(SpamScore.of(two, PostEntities.in(two)).score() >= 0.5);
    assertEquals(
        0, SpamScore.of("what a lovely day", PostEntities.in("what a lovely day")).score());
  }
}
