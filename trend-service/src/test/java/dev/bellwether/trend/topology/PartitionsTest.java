package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.trend.Mentions;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartitionsTest {

  private static final Buckets BUCKETS = Buckets.STANDARD;

  @TempDir Path state;

  @Test
  void theOrderInWhichPartitionsAreReadDoesNotShow() {
    var reports = IntStream.range(0, 3).mapToObj(PartitionsTest::reportsOf).toList();
    Map<String, Trend> oneAfterTheOther;
    Map<String, Trend> inTurns;
    try (var all = new Playing(3, state.resolve("after"))) {
      reports.forEach(
          partition -> partition.forEach(report -> all.reports().pipeInput("w|m", report)));
      oneAfterTheOther = all.trends();
    }
    try (var all = new Playing(3, state.resolve("turns"))) {
      for (int i = 0; i < reports.getFirst().size(); i++) {
        int turn = i;
        reports.forEach(partition -> all.reports().pipeInput("w|m", partition.get(turn)));
      }
      inTurns = all.trends();
    }

    assertEquals(1, inTurns.size());
    assertEquals(inTurns, oneAfterTheOther);
  }

  @Test
  void aPartitionThatNeverHadAPostIsWaitedForOnlyAWhile() {
    try (var all = new Playing(3, state.resolve("silent"))) {
      reportsOf(0).forEach(report -> all.reports().pipeInput("w|m", report));
      assertEquals(Map.of(), all.trends());

      all.rest();
      assertEquals(1, all.trends().size());
    }
  }

  @Test
  void aPartitionThatIsOnlySlowIsWaitedForAndLosesNothing() {
    try (var all = new Playing(2, state.resolve("slow"))) {
      var slow = reportsOf(1);
      all.reports().pipeInput("w|m", slow.getFirst());
      reportsOf(0).forEach(report -> all.reports().pipeInput("w|m", report));
      IntStream.range(0, 30)
          .forEach(second -> all.driver.advanceWallClockTime(Duration.ofSeconds(1)));
      assertEquals(Map.of(), all.trends());

      slow.subList(1, slow.size()).forEach(report -> all.reports().pipeInput("w|m", report));
      assertEquals(1, all.trends().size());
    }
  }

  @Test
  void aPartitionThatSaysItIsIdleHoldsNobodyUp() {
    try (var all = new Playing(2, state.resolve("idle"))) {
      var first = reportsOf(1).getFirst();
      all.reports()
          .pipeInput(
              "w|m",
              new PartitionReport(1, first.sentThrough(), Long.MIN_VALUE, true, first.buckets()));
      reportsOf(0).forEach(report -> all.reports().pipeInput("w|m", report));
      assertEquals(1, all.trends().size());
    }
  }

  /** A third of the posts, a report for each bucket. */
  private static List<PartitionReport> reportsOf(int partition) {
    var all = Mentions.withAStorm();
    var byBucket =
        IntStream.range(0, all.size())
            .filter(i -> i % 3 == partition)
            .mapToObj(all::get)
            .map(CountedPost::of)
            .collect(
                Collectors.groupingBy(
                    post -> BUCKETS.of(post.createdAt()), TreeMap::new, Collectors.toList()));
    long first = BUCKETS.of(Mentions.START);
    return IntStream.range(0, BUCKETS.in(Duration.ofDays(3)))
        .mapToObj(
            i ->
                new PartitionReport(
                    partition,
                    first + i + 1,
                    Long.MIN_VALUE,
                    false,
                    byBucket.containsKey(first + i)
                        ? List.of(
                            BucketCounts.of(Playing.EXTRACTOR, first + i, byBucket.get(first + i)))
                        : List.of()))
        .toList();
  }
}
