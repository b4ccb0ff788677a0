package dev.bellwether.contracts.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicSpecTest {

  private static final TopicSpec LETTERS =
      Topics.ALL.stream().filter(t -> t.name().equals("mentions-dlq")).findFirst().orElseThrow();

  @Test
  void theOrderOfCleanUpsMakesNoDifference() {
    assertTrue(LETTERS.hasCleanup("delete, compact"));
    assertFalse(LETTERS.hasCleanup("delete"));
    assertFalse(LETTERS.hasCleanup("compact"));
  }

  @Test
  void whatKeepsErasedPostsLongerOrRemovalsShorterIsOutdatedAndNothingElse() {
    var stricter =
        Map.of(
            "cleanup.policy", "delete,compact",
            "retention.ms", "1",
            "max.compaction.lag.ms", "1000",
            "delete.retention.ms", "999999999999");
    assertEquals(Map.of(), LETTERS.outdated(stricter::get));
    var older =
        Map.of(
            "cleanup.policy", "delete",
            "max.compaction.lag.ms", Long.toString(Long.MAX_VALUE),
            "delete.retention.ms", "86400000");
    assertEquals(
        Map.of(
            "cleanup.policy", "compact,delete",
            "max.compaction.lag.ms", "86400000",
            "delete.retention.ms", "604800000"),
        LETTERS.outdated(older::get));
  }

  @Test
  void aListIsBracketedForTheCommandLine() {
    assertEquals("[compact,delete]", TopicSpec.onCommandLine("compact,delete"));
    assertEquals("604800000", TopicSpec.onCommandLine("604800000"));
  }
}
