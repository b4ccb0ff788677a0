package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The posts of a partition that wait for their bucket, and those of the hour before it, which tell
 * what is a candidate. Ordered by workspace, bucket and id.
 *
 * @param forgotten by workspace, the bucket before which nothing is left: RocksDB reads over what
 *     was deleted for a long time
 */
record OpenPosts(
    KeyValueStore<String, CountedPost> store, Buckets buckets, Map<String, Long> forgotten) {

  OpenPosts(KeyValueStore<String, CountedPost> store, Buckets buckets) {
    this(store, buckets, new HashMap<>());
  }

  /**
   * Keeps a post.
   *
   * @param open the first bucket that is not counted yet: one of an earlier bucket is late
   */
  void add(String workspace, CountedPost post, long open) {
    long bucket = Math.max(0, buckets.of(post.createdAt()));
    store.put(
        bucket < open ? late(workspace) + post.id() : key(workspace, bucket, post.id()), post);
  }

  /** Gives the posts that came after their bucket was counted, and forgets them. */
  void takeLate(String workspace, Consumer<CountedPost> taker) {
    var taken = new ArrayList<String>();
    try (var late = store.prefixScan(late(workspace), new StringSerializer())) {
      while (late.hasNext()) {
        var entry = late.next();
        taken.add(entry.key);
        taker.accept(entry.value);
      }
    }
    taken.forEach(store::delete);
  }

  /** Gives the posts of the buckets {@code [from, through)}, in their order. */
  void forEach(String workspace, long from, long through, BiConsumer<Long, CountedPost> taker) {
    if (from >= through) {
      return;
    }
    try (var open = store.range(prefix(workspace, from), prefix(workspace, through))) {
      while (open.hasNext()) {
        var entry = open.next();
        taker.accept(Math.max(0, buckets.of(entry.value.createdAt())), entry.value);
      }
    }
  }

  /** Forgets the posts before a bucket. */
  void forgetBefore(String workspace, long bucket) {
    long from = forgotten.getOrDefault(workspace, 0L);
    if (from < bucket) {
      var old = new ArrayList<String>();
      try (var open = store.range(prefix(workspace, from), prefix(workspace, bucket))) {
        open.forEachRemaining(entry -> old.add(entry.key));
      }
      old.forEach(store::delete);
    }
    forgotten.put(workspace, bucket);
  }

  /** Forgets all of a workspace. */
  void forget(String workspace) {
    var all = new ArrayList<String>();
    try (var open =
        store.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      open.forEachRemaining(entry -> all.add(entry.key));
    }
    all.forEach(store::delete);
  }

  /** Forgets one post, which may be late or of any bucket of {@code [from, through]}. */
  void forget(String workspace, String id, long from, long through) {
    if (store.get(late(workspace) + id) != null) {
      store.delete(late(workspace) + id);
    }
    for (long bucket = Math.max(0, from); bucket <= through; bucket++) {
      var key = key(workspace, bucket, id);
      if (store.get(key) != null) {
        store.delete(key);
      }
    }
  }

  private static String key(String workspace, long bucket, String id) {
    return prefix(workspace, bucket) + id;
  }

  /** Buckets from the epoch on sort as their number does. */
  private static String prefix(String workspace, long bucket) {
    return RecordKey.of(workspace, "").encode() + HexFormat.of().toHexDigits(bucket) + "|";
  }

  /** Behind all buckets. */
  private static String late(String workspace) {
    return RecordKey.of(workspace, "late", "").encode();
  }
}
