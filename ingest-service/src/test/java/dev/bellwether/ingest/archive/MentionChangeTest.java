package dev.bellwether.ingest.archive;

import static dev.bellwether.ingest.archive.Mentions.NOVEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.ingest.archive.MentionChange.Figures;
import dev.bellwether.ingest.archive.MentionChange.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionChangeTest {

  private static final Instant OCTOBER = Instant.parse("2026-10-31T10:00:00Z");
  private static final Engagement LIKED = new Engagement(5, 0, 0, 0);

  private static Revision revision(int number, Engagement engagement) {
    return new Revision(
        Mentions.mention("w", "x:1", number, NOVEMBER, "t", engagement, Flags.NONE),
        NOVEMBER.plusSeconds(number));
  }

  private static StoredMention stored(int revision, Instant at) {
    return new StoredMention("x:1", at, revision, Engagement.NONE, NOVEMBER.plusSeconds(revision));
  }

  private static MentionChange of(List<StoredMention> stored, Revision... revisions) {
    return MentionChange.of("x:1", stored, List.of(revisions));
  }

  @Test
  void aRevisionThatIsKnownChangesNothing() {
    var change = of(List.of(stored(3, NOVEMBER)), revision(2, LIKED), revision(3, LIKED));
    assertNull(change.latest());
    assertEquals(List.of(), change.past());
    assertEquals(Set.of(), change.staleTimes());
  }

  @Test
  void figuresThatChangedAreKeptWithTheTimeTheyWereFirstSeen() {
    var change =
        of(
            List.of(stored(1, NOVEMBER)),
            revision(2, Engagement.NONE),
            revision(3, LIKED),
            revision(4, LIKED));
    assertEquals(4, change.latest().revision());
    assertEquals(NOVEMBER.plusSeconds(3), change.figuresSince());
    assertEquals(List.of(new Figures(2, NOVEMBER.plusSeconds(1), Engagement.NONE)), change.past());
  }

  @Test
  void figuresThatCameAndWentWithinABatchAreKeptToo() {
    var change = of(List.of(), revision(1, Engagement.NONE), revision(2, LIKED));
    assertEquals(NOVEMBER.plusSeconds(2), change.figuresSince());
    assertEquals(List.of(new Figures(1, NOVEMBER.plusSeconds(1), Engagement.NONE)), change.past());
  }

  @Test
  void aRowOfAnotherTimeGivesWayToALaterRevisionOnly() {
    assertEquals(Set.of(OCTOBER), of(List.of(stored(1, OCTOBER)), revision(2, LIKED)).staleTimes());
    assertNull(of(List.of(stored(2, OCTOBER)), revision(1, LIKED)).latest());
  }

  @Test
  void afterAnErasureRevisionsBeginAnewAndNothingOfBeforeIsKept() {
    var change =
        of(
            List.of(stored(7, OCTOBER)),
            revision(8, LIKED),
            new Revision(null, NOVEMBER),
            revision(1, Engagement.NONE));
    assertTrue(change.erased());
    assertEquals(1, change.latest().revision());
    assertEquals(List.of(), change.past());
    assertFalse(of(List.of(), revision(1, LIKED)).erased());
  }
}
