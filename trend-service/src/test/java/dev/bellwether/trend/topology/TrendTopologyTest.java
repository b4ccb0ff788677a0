package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.kafka.DeadLetterHeaders;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Topics;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.trend.Mentions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrendTopologyTest {

  @TempDir Path state;

  private Playing playing;

  @BeforeEach
  void start() {
    playing = new Playing(1, state.resolve("one"));
  }

  @AfterEach
  void stop() {
    playing.close();
  }

  @Test
  void aStormBecomesATrendThatTheStoreOfAllTrendsHolds() {
    playing.play(Mentions.withAStorm());

    var trends = playing.trends();

    assertEquals(1, trends.size(), trends::toString);
    var key = trends.keySet().iterator().next();
    assertEquals(List.of("w", "m"), RecordKey.decode(key).parts().subList(0, 2));
    var delay = Duration.between(Mentions.stormStart(), trends.get(key).detectedAt());
    assertTrue(
        delay.isPositive() && delay.compareTo(Duration.ofHours(2)) <= 0,
        () -> "found after " + delay);
    assertNotNull(playing.store(TrendTopology.TRENDS_STORE).get(key));
  }

  @Test
  void aRepeatedRecordChangesNothing() {
    var twice =
        Mentions.withAStorm().stream()
            .flatMap(mention -> List.of(mention, mention).stream())
            .toList();
    playing.play(twice);
    var ofTwice = playing.trends();

    try (var other = new Playing(1, state.resolve("two"))) {
      other.play(Mentions.withAStorm());
      assertEquals(other.trends(), ofTwice);
    }
  }

  @Test
  void laterRevisionsSpamAndErasedMentionsDoNotCount() {
    for (var other :
        List.of(
            revision(2, Cause.EDITED, 0),
            revision(1, Cause.CAPTURED, 0.9),
            revision(1, Cause.ERASED, 0))) {
      try (var apart = new Playing(1, state.resolve(other.cause() + "-" + other.revision()))) {
        apart.play(quietWithStormAs(other));
        assertEquals(Map.of(), apart.trends());
      }
    }
  }

  @Test
  void oneDateAYearAheadDoesNotHideAStorm() {
    var mentions = new ArrayList<>(Mentions.withAStorm());
    mentions.add(
        500,
        Mentions.mention(
            "x:bad", Mentions.START.plus(Duration.ofDays(365)), "a", "from the future", List.of()));
    playing.play(mentions);

    assertEquals(1, playing.trends().size());
  }

  @Test
  void whatLiesFarBehindTheClockRaisesNothing() {
    var storm = Mentions.withAStorm().stream().filter(Playing::stormy).toList();
    var quiet = Mentions.withAStorm().stream().filter(mention -> !Playing.stormy(mention)).toList();
    playing.play(quiet);
    playing.play(
        storm.stream()
            .filter(post -> post.createdAt().isBefore(Mentions.START.plus(Duration.ofHours(60))))
            .toList());

    assertEquals(Map.of(), playing.trends());
  }

  @Test
  void aTimeThatCannotBeReckonedWithIsPutAside() {
    playing.play(
        List.of(Mentions.mention("x:end", Instant.MAX, "a", "the end of time", List.of("m"))));
    playing.play(Mentions.withAStorm());

    var letters = playing.letters(Topics.MENTIONS);
    assertEquals("w|x:end", letters.readRecord().key());
    assertTrue(letters.isEmpty());
    assertEquals(1, playing.trends().size());
  }

  @Test
  void aRecordThatCannotBeReadGoesToTheDeadLettersAndBlocksNothing() {
    var bad = "{no json".getBytes(StandardCharsets.UTF_8);
    playing.mentions().pipeInput("w|x:bad", bad);
    playing.mentions().pipeInput("w|x:gone", null);
    playing.play(Mentions.withAStorm());

    TestRecord<String, byte[]> letter = playing.letters(Topics.MENTIONS).readRecord();
    assertEquals("w|x:bad", letter.key());
    assertArrayEquals(bad, letter.value());
    assertNotNull(letter.headers().lastHeader(DeadLetterHeaders.ERROR_MESSAGE));
    assertEquals(1, playing.trends().size());
  }

  @Test
  void aTrendThatCannotBeReadDoesNotStopTheTable() {
    var bad = "{no json".getBytes(StandardCharsets.UTF_8);
    playing.input(Topics.TRENDS).pipeInput("w|m|bad", bad);
    playing.play(Mentions.withAStorm());

    assertEquals(1, playing.trends().size());
    KeyValueStore<String, byte[]> table = playing.store(TrendTopology.TRENDS_STORE);
    assertArrayEquals(bad, table.get("w|m|bad"));
  }

  private static List<Mention> quietWithStormAs(Mention other) {
    return Mentions.withAStorm().stream()
        .map(
            mention ->
                Playing.stormy(mention)
                    ? Playing.as(mention, other.revision(), other.cause(), other.flags())
                    : mention)
        .toList();
  }

  private static Mention revision(int revision, Cause cause, double spam) {
    return Playing.as(Mentions.withAStorm().getFirst(), revision, cause, Flags.ofSpam(spam));
  }
}
