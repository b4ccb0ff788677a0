package dev.bellwether.trend.detection;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * How far a monitor's buckets are known to be complete, from what each partition says of itself.
 *
 * @param sentThrough by partition: the bucket before which it has sent all it knows
 * @param idle partitions that said they have nothing more, and have not reported since
 * @param closedThrough the bucket before which all are closed; never goes back, 0 at first
 * @param leaptTo the bucket in which a partition last went on after a long silence
 */
public record PartitionClocks(
    Map<Integer, Long> sentThrough, Set<Integer> idle, long closedThrough, long leaptTo) {

  public static final PartitionClocks NONE =
      new PartitionClocks(Map.of(), Set.of(), 0, Long.MIN_VALUE);

  public PartitionClocks {
    sentThrough = Map.copyOf(sentThrough);
    idle = Set.copyOf(idle);
  }

  public PartitionClocks heard(int partition, long through, boolean nowIdle) {
    var clocks = new HashMap<>(sentThrough);
    clocks.merge(partition, through, Math::max);
    var resting = new HashSet<>(idle);
    if (nowIdle) {
      resting.add(partition);
    } else {
      resting.remove(partition);
    }
    return new PartitionClocks(clocks, resting, closedThrough, leaptTo);
  }

  public PartitionClocks leapt(long bucket) {
    return new PartitionClocks(sentThrough, idle, closedThrough, Math.max(leaptTo, bucket));
  }

  public PartitionClocks closed(long through) {
    return new PartitionClocks(sentThrough, idle, Math.max(closedThrough, through), leaptTo);
  }

  /**
   * The bucket before which all can be closed: the slowest partition decides, except those that are
   * idle or lost, as none of those may hold up the others (Flink's idleness). Where all are silent,
   * nothing more is coming and the fastest decides.
   *
   * @param partitions how many there are
   * @param lost of which nothing was heard for too long, though they are not idle
   * @return empty while a partition is awaited of which nothing has been heard yet
   */
  public OptionalLong watermark(int partitions, IntPredicate lost) {
    long slowest = Long.MAX_VALUE;
    boolean anyone = false;
    for (int partition = 0; partition < partitions; partition++) {
      if (!idle.contains(partition) && !lost.test(partition)) {
        if (!sentThrough.containsKey(partition)) {
          return OptionalLong.empty();
        }
        anyone = true;
        slowest = Math.min(slowest, sentThrough.get(partition));
      }
    }
    return anyone
        ? OptionalLong.of(slowest)
        : sentThrough.values().stream().mapToLong(Long::longValue).max();
  }
}
