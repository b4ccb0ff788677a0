package dev.bellwether.trend.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.contracts.signal.SignalKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NegativeShareTest {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final SeriesKey OURS = SeriesKey.ofPosts("w", SeriesKind.NEGATIVE_SHARE, "m");

  @TempDir Path folder;

  private WatchedLog log;

  @BeforeEach
  void start() {
    log = new WatchedLog(folder);
  }

  @AfterEach
  void stop() {
    log.close();
  }

  @Test
  void theShareOfAnHourIsMeasuredOnceTenMentionsAreScored() {
    for (int i = 0; i < 9; i++) {
      log.score(score("x:" + i, START.plusSeconds(i), i < 3, 1, null));
    }
    log.quiet();
    assertNull(log.summary(OURS));

    log.score(score("x:9", START.plus(Duration.ofMinutes(10)), true, 1, null));
    log.quiet();
    var measured = log.signals();
    assertEquals(1, measured.size(), measured::toString);
    var signal = measured.getFirst();
    assertEquals(SignalKind.NEGATIVE_SHARE, signal.kind());
    assertEquals(0.4, signal.value(), 1e-9);
    assertEquals(10, signal.mentions());
    assertEquals(START.plus(Duration.ofMinutes(15)), signal.at());
    assertEquals("m", signal.subject());
  }

  @Test
  void anHourLaterTheSameMentionsSayNothingAnyMore() {
    for (int i = 0; i < 12; i++) {
      log.score(score("x:" + i, START.plusSeconds(i), true, 1, null));
    }
    log.score(score("x:later", START.plus(Duration.ofMinutes(70)), false, 1, null));
    log.quiet();
    assertEquals(1, log.signals().size());
    assertEquals(1, log.points(OURS).size());
  }

  @Test
  void aCorrectionMovesTheShareOfABucketThatIsOpenAndNoOther() {
    for (int i = 0; i < 10; i++) {
      log.score(score("x:" + i, START.plusSeconds(i), true, 1, null));
    }
    log.score(score("x:0", START, false, 1, START.plusSeconds(60)));
    log.score(score("x:0", START, false, 1, START.plusSeconds(60)));
    log.quiet();
    assertEquals(0.9, log.points(OURS).getFirst().value(), 1e-9);

    log.score(score("x:1", START.plusSeconds(1), false, 2, START.plusSeconds(4_000)));
    log.quiet();
    assertEquals(0.9, log.points(OURS).getFirst().value(), 1e-9);
    assertEquals(1, log.points(OURS).size());
  }

  @Test
  void aScoreThatIsRemovedWhileItsBucketIsOpenDoesNotCount() {
    for (int i = 0; i < 11; i++) {
      log.score(score("x:" + i, START.plusSeconds(i), i == 10, 1, null));
    }
    log.pipe(Topics.SCORED_MENTIONS, RecordKey.of("w", "x:10").encode(), null);
    log.quiet();
    assertEquals(0, log.points(OURS).getFirst().value(), 1e-9);
    assertTrue(log.size("negative-share-open") == 0);
  }

  private static ScoredMention score(
      String id, Instant time, boolean negative, int revision, Instant corrected) {
    return new ScoredMention(
        ScoredMention.SCHEMA_VERSION,
        "w",
        id,
        revision,
        negative ? SentimentLabel.NEGATIVE : SentimentLabel.NEUTRAL,
        null,
        "en-1",
        0.9,
        null,
        null,
        null,
        List.of(),
        List.of(),
        corrected,
        null,
        List.of("m"),
        time);
  }
}
