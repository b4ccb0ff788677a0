package dev.bellwether.ingest.erasure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.ingest.privacy.PseudonymKey;
import dev.bellwether.ingest.privacy.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestsTest {

  private static final PseudonymKey OLD =
      new PseudonymKey("2025", "a key of thirty-two bytes or so.".getBytes(StandardCharsets.UTF_8));
  private static final PseudonymKey NEW =
      new PseudonymKey(
          "2026", "another one, thirty-two bytes too".getBytes(StandardCharsets.UTF_8));

  private final Digests before = new Digests(new Pseudonyms(List.of(OLD)));
  private final Digests after = new Digests(new Pseudonyms(List.of(NEW, OLD)));
  private final Digests withoutTheOld = new Digests(new Pseudonyms(List.of(NEW)));

  @Test
  void whatWasErasedUnderAnOldKeyIsKnownAfterItsRotation() {
    String post = before.ofMention("w", "x:1789");
    String author = before.ofAuthor("w", "x", "@Jane");
    assertNotEquals(post, after.ofMention("w", "x:1789"));
    assertTrue(after.allOfMention("w", "x:1789").contains(post));
    assertTrue(after.allOfAuthor("w", "x", "jane").contains(author));
    assertFalse(withoutTheOld.allOfMention("w", "x:1789").contains(post));
    assertFalse(after.allOfMention("v", "x:1789").contains(post));
  }

  @Test
  void idsThatDifferByCaseAreDifferentPosts() {
    assertFalse(after.allOfMention("w", "x:AB").contains(after.ofMention("w", "x:ab")));
  }

  @ParameterizedTest
  @CsvSource({"x, @Jane", "reddit, u/Jane", "reddit, /u/jane", "mastodon, acct:jane"})
  void anAccountIsKeptOutHoweverItIsWritten(String platform, String written) {
    assertTrue(
        after.allOfAuthor("w", platform, written).contains(before.ofAuthor("w", platform, "jane")));
  }
}
