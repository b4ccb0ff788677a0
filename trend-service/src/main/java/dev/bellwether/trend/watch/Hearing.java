package dev.bellwether.trend.watch;

import dev.bellwether.trend.detection.PartitionClocks;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * From which partitions a series was heard of lately, by the wall clock: those that are lost are
 * not waited for.
 *
 * @param since from when a partition of which nothing was heard is being waited for
 * @param heard by partition
 */
record Hearing(long since, Map<Integer, Long> heard) {

  /** How long a partition is waited for that may never have had a post of this monitor. */
  static final Duration UNKNOWN = Duration.ofSeconds(6);

  /**
   * And one that has: it says itself when it is idle, so silence means that nobody reads it just
   * now.
   */
  private static final Duration LOST = Duration.ofMinutes(1);

  static Hearing since(long wallMillis) {
    return new Hearing(wallMillis, new HashMap<>());
  }

  void heard(int partition, long wallMillis) {
    heard.put(partition, wallMillis);
  }

  boolean lost(int partition, PartitionClocks known, long wallMillis) {
    var patience = known.sentThrough().containsKey(partition) ? LOST : UNKNOWN;
    return wallMillis - heard.getOrDefault(partition, since) >= patience.toMillis();
  }

  boolean awaitsNobody(int partitions, PartitionClocks known, long wallMillis) {
    return IntStream.range(0, partitions)
        .allMatch(
            partition -> known.idle().contains(partition) || lost(partition, known, wallMillis));
  }
}
