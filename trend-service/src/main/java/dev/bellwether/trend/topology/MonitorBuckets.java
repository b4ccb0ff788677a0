package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.TermCount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The counts of the buckets that are open or of the last hour, as each partition has sent them, by
 * monitor. Open ones wait in the store, of which a replay may bring days; of the hour that was
 * asked for the sums of the partitions are at hand.
 */
final class MonitorBuckets {

  /** Of sums at hand in one task: a service's heap is small. */
  private static final int MOST_TERMS = 40_000;

  private final KeyValueStore<String, BucketCounts> store;
  private final LinkedHashMap<String, Known> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private int terms;

  /**
   * A bucket, all partitions together.
   *
   * @param keys of the parts in the store
   */
  private record Sum(BucketCounts counts, List<String> keys) {}

  /** All that the store has of a monitor before a bucket. */
  private static final class Known {

    private final NavigableMap<Long, Sum> sums = new TreeMap<>();
    private long through;

    int terms() {
      return sums.values().stream().mapToInt(sum -> sum.counts.terms().size()).sum();
    }
  }

  MonitorBuckets(KeyValueStore<String, BucketCounts> store) {
    this.store = store;
  }

  void add(String monitor, int partition, BucketCounts part) {
    var key = prefix(monitor, part.bucket()) + "|" + partition;
    var before = store.get(key);
    store.put(key, before == null ? part : ReportParts.bounded(before.plus(part)));
    var known = atHand.get(monitor);
    if (known != null && part.bucket() < known.through) {
      letGo(monitor);
    }
  }

  /** The buckets with posts in {@code [from, through)}, oldest first, each of all partitions. */
  List<BucketCounts> between(String monitor, long from, long through) {
    if (from >= through) {
      return List.of();
    }
    return known(monitor, through).sums.subMap(from, through).values().stream()
        .map(Sum::counts)
        .toList();
  }

  private Known known(String monitor, long through) {
    var known = atHand.computeIfAbsent(monitor, unknown -> new Known());
    if (through > known.through) {
      terms -= known.terms();
      read(monitor, known.through, through)
          .forEach((bucket, parts) -> known.sums.put(bucket, sum(bucket, parts)));
      known.through = through;
      terms += known.terms();
      makeRoom();
    }
    return known;
  }

  /** Parts by their key, by bucket; the partitions in the order of their keys. */
  private NavigableMap<Long, NavigableMap<String, BucketCounts>> read(
      String monitor, long from, long through) {
    var parts = new TreeMap<Long, NavigableMap<String, BucketCounts>>();
    try (var stored = store.range(prefix(monitor, from), prefix(monitor, through))) {
      while (stored.hasNext()) {
        var entry = stored.next();
        parts
            .computeIfAbsent(entry.value.bucket(), unknown -> new TreeMap<>())
            .put(entry.key, entry.value);
      }
    }
    return parts;
  }

  private static Sum sum(long bucket, NavigableMap<String, BucketCounts> parts) {
    var keys = List.copyOf(parts.keySet());
    if (parts.size() == 1) {
      return new Sum(parts.firstEntry().getValue(), keys);
    }
    var all = TermCount.NONE;
    var sums = new HashMap<String, TermCount>();
    for (var part : parts.values()) {
      all = all.plus(part.all());
      part.terms().forEach((term, count) -> sums.merge(term, count, TermCount::plus));
    }
    return new Sum(new BucketCounts(bucket, all, sums), keys);
  }

  void forgetBefore(String monitor, long through) {
    var old = known(monitor, through).sums.headMap(through);
    for (var sum : old.values()) {
      sum.keys.forEach(store::delete);
      terms -= sum.counts.terms().size();
    }
    old.clear();
  }

  void forget(String monitor) {
    forgetBefore(monitor, Long.MAX_VALUE);
    letGo(monitor);
  }

  /**
   * Takes a post out of every count.
   *
   * @param post fingerprint of its id
   */
  void forgetPost(String monitor, long post) {
    var changed = new ArrayList<String>();
    read(monitor, 0, Long.MAX_VALUE)
        .values()
        .forEach(
            parts ->
                parts.forEach(
                    (key, part) -> {
                      var without = part.without(post);
                      if (!without.equals(part)) {
                        store.put(key, without);
                        changed.add(key);
                      }
                    }));
    if (!changed.isEmpty()) {
      letGo(monitor);
    }
  }

  private void letGo(String monitor) {
    var known = atHand.remove(monitor);
    if (known != null) {
      terms -= known.terms();
    }
  }

  private void makeRoom() {
    var oldest = atHand.values().iterator();
    while (terms > MOST_TERMS && atHand.size() > 1) {
      terms -= oldest.next().terms();
      oldest.remove();
    }
  }

  /** Sorts before the keys of the bucket's parts, and behind those of earlier buckets. */
  private static String prefix(String monitor, long bucket) {
    return monitor + "|" + HexFormat.of().toHexDigits(Math.max(0, bucket));
  }
}
