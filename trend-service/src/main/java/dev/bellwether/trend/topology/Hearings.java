package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.PartitionClocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * When each monitor's partitions were last heard of, by the wall's clock: how long one is waited
 * for.
 */
final class Hearings {

  /** How long a partition is waited for that may never have had a post of this monitor. */
  static final Duration UNKNOWN = Duration.ofSeconds(6);

  /**
   * And one that has: it says itself when it is idle, so silence means that nobody reads it just
   * now.
   */
  private static final Duration LOST = Duration.ofMinutes(1);

  private final int partitions;
  private final Map<String, Hearing> awaited = new HashMap<>();

  /** When a monitor was last heard of, where its words have not been forgotten since. */
  private final Map<String, Long> last = new HashMap<>();

  /**
   * @param since from when a partition of which nothing was heard is being waited for
   * @param heard by partition
   */
  private record Hearing(long since, Map<Integer, Long> heard) {

    boolean lost(int partition, PartitionClocks known, long wallMillis) {
      var patience = known.sentThrough().containsKey(partition) ? LOST : UNKNOWN;
      return wallMillis - heard.getOrDefault(partition, since) >= patience.toMillis();
    }
  }

  Hearings(int partitions) {
    this.partitions = partitions;
  }

  void clear() {
    awaited.clear();
    last.clear();
  }

  /** A monitor is known from before. */
  void await(String monitor, long wallMillis) {
    awaited.put(monitor, new Hearing(wallMillis, new HashMap<>()));
    last.put(monitor, wallMillis);
  }

  void heard(String monitor, int partition, long wallMillis) {
    last.put(monitor, wallMillis);
    awaited
        .computeIfAbsent(monitor, unknown -> new Hearing(wallMillis, new HashMap<>()))
        .heard
        .put(partition, wallMillis);
  }

  boolean lost(String monitor, int partition, PartitionClocks known, long wallMillis) {
    var hearing = awaited.get(monitor);
    return hearing != null && hearing.lost(partition, known, wallMillis);
  }

  /** Nobody was listening, so nobody was silent. */
  void beginAnew(long wallMillis) {
    awaited.replaceAll((monitor, hearing) -> new Hearing(wallMillis, new HashMap<>()));
  }

  /**
   * Asks of each monitor that is waited for; of one with nothing left to wait for nobody asks again
   * until it is heard of. A partition still silent then is given its time anew.
   */
  void askEach(BiPredicate<String, Long> isDone, long wallMillis) {
    var done = new ArrayList<String>();
    for (var monitor : List.copyOf(awaited.keySet())) {
      if (isDone.test(monitor, wallMillis)) {
        done.add(monitor);
      }
    }
    done.forEach(awaited::remove);
  }

  boolean nothingIsAwaited(String monitor, PartitionClocks known, long wallMillis) {
    return IntStream.range(0, partitions)
        .allMatch(
            partition ->
                known.idle().contains(partition) || lost(monitor, partition, known, wallMillis));
  }

  /** Those of which nothing was heard for so long; each is told once. */
  List<String> silentFor(Duration length, long wallMillis) {
    var silent =
        last.entrySet().stream()
            .filter(heard -> wallMillis - heard.getValue() >= length.toMillis())
            .map(Map.Entry::getKey)
            .toList();
    silent.forEach(last::remove);
    return silent;
  }
}
