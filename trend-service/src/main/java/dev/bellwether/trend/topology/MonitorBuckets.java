package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.TermCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
  private final LinkedHashMap<String, Known> atHand = new LinkedHashMap<>(16, 0.75f, true);
  private int terms;

  /**
   * All of a monitor.
   *
   * @param parts by bucket, then by partition
   * @param sums of those that were asked for since the last part came
   */
  private record Known(
      NavigableMap<Long, NavigableMap<Integer, BucketCounts>> parts, Map<Long, BucketCounts> sums) {

    int terms() {
      return parts.values().stream()
          .flatMap(bucket -> bucket.values().stream())
          .mapToInt(part -> part.terms().size())
          .sum();
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
    var bucket = known.parts.computeIfAbsent(part.bucket(), unknown -> new TreeMap<>());
    var before = bucket.get(partition);
    var sum = sum(before, part);
    bucket.put(partition, sum);
    known.sums.remove(part.bucket());
    store.put(key, sum);
    terms += sum.terms().size() - (before == null ? 0 : before.terms().size());
    makeRoom();
  }

  private static BucketCounts sum(BucketCounts before, BucketCounts part) {
    return before == null ? part : ReportParts.bounded(before.plus(part));
  }

  /** The buckets with posts in {@code [from, through)}, oldest first, each of all partitions. */
  List<BucketCounts> between(String monitor, long from, long through) {
    if (from >= through) {
      return List.of();
    }
    var known = known(monitor);
    var window = new ArrayList<BucketCounts>();
    known
        .parts
        .subMap(from, through)
        .forEach(
            (bucket, parts) ->
                window.add(
                    known.sums.computeIfAbsent(bucket, unknown -> sum(bucket, parts.values()))));
    return window;
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
    var known = known(monitor);
    var old = known.parts.headMap(through);
    old.forEach(
        (bucket, parts) ->
            parts.forEach(
                (partition, part) -> {
                  store.delete(key(monitor, bucket, partition));
                  terms -= part.terms().size();
                }));
    old.clear();
    known.sums.keySet().removeIf(bucket -> bucket < through);
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
    var known = known(monitor);
    known.parts.forEach(
        (bucket, parts) ->
            parts.replaceAll(
                (partition, part) -> {
                  var without = part.without(post);
                  if (without.equals(part)) {
                    return part;
                  }
                  store.put(key(monitor, bucket, partition), without);
                  known.sums.remove(bucket);
                  terms -= part.terms().size() - without.terms().size();
                  return without;
                }));
  }

  private Known known(String monitor) {
    var known = atHand.get(monitor);
    if (known == null) {
      known = new Known(stored(monitor), new HashMap<>());
      atHand.put(monitor, known);
      terms += known.terms();
      makeRoom();
    }
    return known;
  }

  private NavigableMap<Long, NavigableMap<Integer, BucketCounts>> stored(String monitor) {
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
    return parts;
  }

  private void makeRoom() {
    var oldest = atHand.entrySet().iterator();
    while (terms > MOST_TERMS && atHand.size() > 1) {
      terms -= oldest.next().getValue().terms();
      oldest.remove();
    }
  }

  private static String key(String monitor, long bucket, int partition) {
    return monitor + "|" + HexFormat.of().toHexDigits(bucket) + "|" + partition;
  }
}
