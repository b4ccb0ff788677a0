package dev.bellwether.ingest.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.ingest.capture.Decision.AlreadyTaken;
import dev.bellwether.ingest.capture.Decision.Duplicate;
import dev.bellwether.ingest.capture.Decision.Publish;
import dev.bellwether.ingest.mention.Figures;
import dev.bellwether.ingest.mention.Post;
import dev.bellwether.ingest.mention.Version;
import dev.bellwether.ingest.rows.RequestRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a post that is known already. */
class DecisionTest {

  private static final Instant CREATED = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final RequestRow ROW = new RequestRow(null, 0);
  private static final Figures TEN_LIKES = new Figures(10L, null, null, null, null);
  private static final Figures TWENTY_LIKES = new Figures(20L, null, null, null, null);
  private static final Figures SILENT = Figures.decode(null);

  private static Post post(String text, Figures figures, Instant editedAt, Instant engagementAt) {
    return new Post(
        "x",
        "1",
        text,
        CREATED,
        null,
        null,
        null,
        figures,
        null,
        editedAt,
        engagementAt,
        "post",
        List.of());
  }

  private static KnownRevision taken(Post post, Instant at) {
    return next(post, null, at);
  }

  private static KnownRevision next(Post post, KnownRevision before, Instant at) {
    Version version = assertInstanceOf(Publish.class, Decision.on(post, ROW, before, at)).version();
    return KnownRevision.next(post, ROW, version, null, Optional.empty(), before, at);
  }

  private static Version published(Post post, KnownRevision known, Instant at) {
    return assertInstanceOf(Publish.class, Decision.on(post, ROW, known, at)).version();
  }

  @Test
  void otherFiguresOfTheSameTextAreARevisionThatKeepsTheFirstTimes() {
    KnownRevision known = taken(post("hello", TEN_LIKES, null, null), NOON);
    Version version =
        published(post("hello", TWENTY_LIKES, null, null), known, NOON.plusSeconds(60));
    assertEquals(new Version(2, Cause.ENGAGEMENT, CREATED, NOON, TWENTY_LIKES), version);
  }

  @Test
  void theSameFiguresAndARowWithoutFiguresAreDuplicates() {
    KnownRevision known = taken(post("hello", TEN_LIKES, null, null), NOON);
    for (Figures figures : new Figures[] {TEN_LIKES, SILENT}) {
      assertInstanceOf(
          Duplicate.class,
          Decision.on(post("hello", figures, null, null), ROW, known, NOON.plusSeconds(60)));
    }
  }

  @Test
  void figuresThatComeLateButAreOlderAreIgnored() {
    KnownRevision known = taken(post("hello", TWENTY_LIKES, null, NOON), NOON);
    Post older = post("hello", TEN_LIKES, null, NOON.minusSeconds(1));
    assertInstanceOf(Duplicate.class, Decision.on(older, ROW, known, NOON.plusSeconds(60)));
  }

  @Test
  void whatARowSaysNothingOfStaysAsItWas() {
    KnownRevision known = taken(post("hello", new Figures(1L, 2L, null, 7L, 9L), null, null), NOON);
    Version version =
        published(post("hello", TWENTY_LIKES, null, null), known, NOON.plusSeconds(60));
    assertEquals(new Figures(20L, 2L, null, 7L, 9L), version.figures());
  }

  @Test
  void otherWordsNeedALaterTimeOfEditing() {
    KnownRevision known = taken(post("hello", TEN_LIKES, null, null), NOON);
    assertInstanceOf(
        Duplicate.class, Decision.on(post("hullo", TWENTY_LIKES, null, null), ROW, known, NOON));
    Version version = published(post("hullo", TWENTY_LIKES, NOON, null), known, NOON);
    assertEquals(new Version(2, Cause.EDITED, CREATED, NOON, TWENTY_LIKES), version);
  }

  @Test
  void anEditWithOlderFiguresKeepsTheNewerOnes() {
    KnownRevision known = taken(post("hello", TWENTY_LIKES, null, NOON), NOON);
    Post edit = post("hullo", TEN_LIKES, NOON, NOON.minusSeconds(5));
    assertEquals(TWENTY_LIKES, published(edit, known, NOON).figures());
  }

  @Test
  void aRequestSentAgainWritesNothing() {
    Post first = post("hello", TEN_LIKES, null, null);
    Post second = post("hello", TWENTY_LIKES, null, null);
    KnownRevision one =
        KnownRevision.next(
            first,
            new RequestRow("k", 0),
            published(first, null, NOON),
            null,
            Optional.empty(),
            null,
            NOON);
    KnownRevision two =
        KnownRevision.next(
            second,
            new RequestRow("k", 1),
            published(second, one, NOON),
            null,
            Optional.empty(),
            one,
            NOON);
    assertInstanceOf(Duplicate.class, Decision.on(first, new RequestRow("k", 0), two, NOON));
    assertInstanceOf(AlreadyTaken.class, Decision.on(second, new RequestRow("k", 1), two, NOON));
  }

  @Test
  void whatAnEarlierReleaseNotedIsKnownWithoutItsText() {
    var known =
        new KnownRevision(1, null, null, 0, null, null, null, null, SILENT, null, Optional.empty());
    assertInstanceOf(
        Duplicate.class, Decision.on(post("hello", TEN_LIKES, null, null), ROW, known, NOON));
  }
}
