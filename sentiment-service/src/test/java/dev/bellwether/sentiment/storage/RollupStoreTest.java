package dev.bellwether.sentiment.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.Contribution;
import dev.bellwether.sentiment.rollup.Scores;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import dev.bellwether.testkit.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = RealBackends.class,
    initArgs = @ResourceArg(name = "service", value = "sentiment"))
class RollupStoreTest {

  private static final int CONSUMERS = 4;
  private static final int MENTIONS = 200;
  private static final Instant HOUR = Instant.parse("2026-11-22T10:00:00Z");

  @Inject RollupStore store;
  @Inject SentimentQueries queries;

  private final String workspace = "w-" + UUID.randomUUID();

  @Test
  void consumersThatAllBelieveTheyOwnThePartitionCountEveryMentionOnce() throws Exception {
    var changes = new ArrayList<Change>();
    for (int i = 0; i < MENTIONS; i++) {
      changes.add(scored("x:" + i, 1, "m" + i % 3));
    }
    try (var consumers = Executors.newFixedThreadPool(CONSUMERS)) {
      var running = new ArrayList<Future<?>>();
      for (int seed = 0; seed < CONSUMERS; seed++) {
        var order = new ArrayList<>(changes);
        Collections.shuffle(order, new Random(seed));
        running.add(consumers.submit(() -> applyUntilDone(order)));
      }
      for (var one : running) {
        one.get();
      }
    }
    var counts = queries.byMonitor(workspace, Span.ALL);
    assertEquals(new SentimentCounts(0, 0, MENTIONS, 0), counts.get(Cell.WHOLE_WORKSPACE).labels());
    assertEquals(new SentimentCounts(0, 0, 67, 0), counts.get("m0").labels());
  }

  @Test
  void aRefusedMentionLeavesTheCountsOfItsBatchUntouched() {
    var refused =
        assertThrows(
            StorageException.class,
            () -> store.apply(workspace, List.of(scored("x:1", 1, "m"), scored("x:\0", 1, "m"))));
    assertTrue(refused.isAboutTheData());
    assertTrue(queries.byMonitor(workspace, Span.ALL).isEmpty());
  }

  /** As the consumer does: what is not about the data is tried again. */
  private void applyUntilDone(List<Change> changes) {
    while (true) {
      try {
        store.apply(workspace, changes);
        return;
      } catch (StorageException e) {
        assertTrue(!e.isAboutTheData(), e.getMessage());
      }
    }
  }

  private static Change scored(String mention, int revision, String monitor) {
    var score = Scores.score(mention, revision, HOUR, SentimentLabel.POSITIVE, List.of(monitor));
    return new Change.Scored(mention, Contribution.of(score, "author", 3, false));
  }
}
