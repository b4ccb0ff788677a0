package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.trend.Mentions;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.CountedPost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedPostsTest {

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
  void anErasedPostLeavesTrendsSamplesAndTheWordsOnlyItSaid() {
    var last = Mentions.START.plus(Duration.ofDays(3));
    var mentions = new ArrayList<>(Mentions.withAStorm());
    var own = Mentions.mention("x:own", last, "a", "coffee zebrapudding", List.of());
    mentions.add(own);
    mentions.add(Mentions.mention("x:other", last.plusSeconds(9), "b", "coffee", List.of()));
    playing.play(mentions);
    var trend = playing.trends().values().iterator().next();
    var sample = trend.sampleMentions().getFirst();
    assertTrue(words().contains("zebrapudding") && words().contains("coffee"), words()::toString);

    playing.play(List.of(Playing.as(own, 2, Cause.ERASED, Flags.NONE)));
    var sampled = mentions.stream().filter(m -> m.id().equals(sample)).findFirst().orElseThrow();
    playing.play(List.of(Playing.as(sampled, 2, Cause.ERASED, Flags.NONE)));

    var cleaned = playing.trends().values().iterator().next();
    assertEquals(
        trend.sampleMentions().subList(1, trend.sampleMentions().size()), cleaned.sampleMentions());
    assertEquals(trend.terms(), cleaned.terms());
    assertFalse(words().contains("zebrapudding"), words()::toString);
    assertTrue(words().contains("coffee"), words()::toString);
  }

  @Test
  void anErasedPostThatWaitsForItsBucketIsNeverCounted() {
    var start = Mentions.START;
    for (int i = 0; i < 4; i++) {
      playing.pipe(Mentions.mention("x:" + i, start.plusSeconds(i), "a" + i, "coffee", List.of()));
    }
    var own = Mentions.mention("x:own", start.plusSeconds(9), "a", "zebrapudding", List.of());
    playing.pipe(own);
    KeyValueStore<String, CountedPost> open = playing.store(CountingProcessor.POSTS);
    assertTrue(ids(open).contains("x:own"), () -> ids(open).toString());

    playing.pipe(Playing.as(own, 2, Cause.ERASED, Flags.NONE));
    assertFalse(ids(open).contains("x:own"), () -> ids(open).toString());
    playing.rest();
    assertFalse(words().contains("zebrapudding"), words()::toString);
    assertTrue(words().contains("coffee"), words()::toString);
  }

  @Test
  void theWordsOfAMonitorThatHasFallenSilentAreForgotten() {
    playing.play(Mentions.withAStorm());
    assertFalse(words().isEmpty());
    playing.driver.advanceWallClockTime(Duration.ofHours(2));
    assertEquals(List.of(), words());
  }

  /** All that is kept of what posts said. */
  private List<String> words() {
    var words = new ArrayList<String>();
    for (BucketCounts bucket : playing.<BucketCounts>valuesOf(DetectingProcessor.BUCKETS)) {
      words.addAll(bucket.terms().keySet());
    }
    return words;
  }

  private static List<String> ids(KeyValueStore<String, CountedPost> posts) {
    var ids = new ArrayList<String>();
    try (var all = posts.all()) {
      all.forEachRemaining(post -> ids.add(post.value.id()));
    }
    return ids;
  }
}
