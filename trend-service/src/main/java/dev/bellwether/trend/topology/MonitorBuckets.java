package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.TermCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The counts of the buckets that are open or of the last hour, as each partition has sent them, by
 * monitor. Written to the store as they come, and added up from what is at hand.
 */
final class MonitorBuckets {

  /** Of counts at hand in one task: a service's heap is small. */
  private static final int MOST_TERMS = 20_000;

  private final KeyValueStore<String, BucketCounts> store;
  private final LinkedHashMap<String, NavigableMap<Long, Kept>> atHand =
      new LinkedHashMap<>(16, 0.75f, true);
  private int terms;

  /** What is at hand of a monitor's bucket. */
  private sealed interface Kept {

    Set<Integer> partitions();

    int terms();
  }

  /** Nobody has asked for it yet. */
  private record Parts(NavigableMap<Integer, BucketCounts> byPartition) implements Kept {

    @Override
    public Set<Integer> partitions() {
      return byPartition.keySet();
    }

    @Override
    public int terms() {
      return byPartition.values().stream().mapToInt(part -> part.terms().size()).sum();
    }
  }

  /** Of a busy monitor the sum is a fraction of its parts, and is all that is asked for. */
  private record Sum(BucketCounts counts, Set<Integer> partitions) implements Kept {

    @Override
    public int terms() {
      return counts.terms().size();
    }
  }

  /** In the store, and another one than was added up. */
  private record Away(Set<Integer> partitions) implements Kept {

    @Override
    public int terms() {
      return 0;
    }
  }

  MonitorBuckets(KeyValueStore<String, BucketCounts> store) {
    this.store = store;
  }

  void add(String monitor, int partition, BucketCounts part) {
    var key = key(monitor, part.bucket(), partition);
    var known = atHand.get(monitor);
    if (known == null) {
      store.put(key, sum(store.get(key), part));
      return;
    }
    var next =
        switch (known.get(part.bucket())) {
          case null -> new Parts(new TreeMap<>());
          case Parts parts -> parts;
          case Sum(_, var partitions) -> new Away(with(partition, partitions));
          case Away(var partitions) -> new Away(with(partition, partitions));
        };
    if (next instanceof Parts(var parts)) {
      var before = parts.get(partition);
      var sum = sum(before, part);
      parts.put(partition, sum);
      terms += sum.terms().size() - (before == null ? 0 : before.terms().size());
      known.put(part.bucket(), next);
      store.put(key, sum);
      makeRoom();
    } else {
      store.put(key, sum(store.get(key), part));
      replace(known, part.bucket(), next);
    }
  }

  private static BucketCounts sum(BucketCounts before, BucketCounts part) {
    return before == null ? part : ReportParts.bounded(before.plus(part));
  }

  private static Set<Integer> with(int partition, Set<Integer> partitions) {
    var all = new TreeSet<>(partitions);
    all.add(partition);
    return all;
  }

  private void replace(NavigableMap<Long, Kept> known, long bucket, Kept next) {
    var before = known.put(bucket, next);
    terms += next.terms() - (before == null ? 0 : before.terms());
  }

  /** The buckets with posts in {@code [from, through)}, oldest first, each of all partitions. */
  List<BucketCounts> between(String monitor, long from, long through) {
    if (from >= through) {
      return List.of();
    }
    var known = known(monitor);
    var window = new ArrayList<BucketCounts>();
    for (long bucket : List.copyOf(known.subMap(from, through).keySet())) {
      window.add(whole(monitor, known, bucket));
    }
    return window;
  }

  private BucketCounts whole(String monitor, NavigableMap<Long, Kept> known, long bucket) {
    var kept = known.get(bucket);
    if (kept instanceof Sum(var counts, _)) {
      return counts;
    }
    var parts =
        kept instanceof Parts(var byPartition)
            ? byPartition.values()
            : kept.partitions().stream()
                .map(partition -> store.get(key(monitor, bucket, partition)))
                .toList();
    var sum = new Sum(sum(bucket, parts), new TreeSet<>(kept.partitions()));
    replace(known, bucket, sum);
    return sum.counts();
  }

  private static BucketCounts sum(long bucket, Collection<BucketCounts> parts) {
    if (parts.size() == 1) {
      return parts.iterator().next();
    }
    var all = TermCount.NONE;
    var sums = new HashMap<String, TermCount>();
    for (var part : parts) {
      all = all.plus(part.all());
      part.terms().forEach((term, count) -> sums.merge(term, count, TermCount::plus));
    }
    return new BucketCounts(bucket, all, sums);
  }

  void forgetBefore(String monitor, long through) {
    var old = known(monitor).headMap(through);
    old.forEach(
        (bucket, kept) -> {
          kept.partitions().forEach(partition -> store.delete(key(monitor, bucket, partition)));
          terms -= kept.terms();
        });
    old.clear();
  }

  void forget(String monitor) {
    forgetBefore(monitor, Long.MAX_VALUE);
    atHand.remove(monitor);
  }

  /**
   * Takes a post out of every count.
   *
   * @param post fingerprint of its id
   */
  void forgetPost(String monitor, long post) {
    // a full sum may no longer tell that it holds the post, where a part of it does
    letGo(monitor);
    known(monitor)
        .forEach(
            (bucket, kept) -> {
              if (kept instanceof Parts(var parts)) {
                parts.forEach(
                    (partition, part) -> {
                      var without = part.without(post);
                      if (!without.equals(part)) {
                        store.put(key(monitor, bucket, partition), without);
                      }
                    });
              }
            });
    letGo(monitor);
  }

  private void letGo(String monitor) {
    var known = atHand.remove(monitor);
    if (known != null) {
      terms -= terms(known);
    }
  }

  private NavigableMap<Long, Kept> known(String monitor) {
    var known = atHand.get(monitor);
    if (known == null) {
      known = stored(monitor);
      atHand.put(monitor, known);
      terms += terms(known);
      makeRoom();
    }
    return known;
  }

  private static int terms(NavigableMap<Long, Kept> known) {
    return known.values().stream().mapToInt(Kept::terms).sum();
  }

  private NavigableMap<Long, Kept> stored(String monitor) {
    var parts = new TreeMap<Long, NavigableMap<Integer, BucketCounts>>();
    try (var all = store.prefixScan(monitor + "|", new StringSerializer())) {
      while (all.hasNext()) {
        var entry = all.next();
        int partition = Integer.parseInt(entry.key.substring(entry.key.lastIndexOf('|') + 1));
        parts
            .computeIfAbsent(entry.value.bucket(), unknown -> new TreeMap<>())
            .put(partition, entry.value);
      }
    }
    var known = new TreeMap<Long, Kept>();
    parts.forEach((bucket, byPartition) -> known.put(bucket, new Parts(byPartition)));
    return known;
  }

  private void makeRoom() {
    var oldest = atHand.entrySet().iterator();
    while (terms > MOST_TERMS && atHand.size() > 1) {
      terms -= terms(oldest.next().getValue());
      oldest.remove();
    }
  }

  private static String key(String monitor, long bucket, int partition) {
    return monitor + "|" + HexFormat.of().toHexDigits(bucket) + "|" + partition;
  }
}
