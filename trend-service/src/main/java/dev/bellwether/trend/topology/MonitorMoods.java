package dev.bellwether.trend.topology;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the posts of a monitor's last hour feel, bucket by bucket. */
record MonitorMoods(KeyValueStore<String, Moods> store) {

  void add(String monitor, PartitionReport.BucketMoods moods) {
    var key = key(monitor, moods.bucket());
    var known = store.get(key);
    store.put(key, known == null ? moods.moods() : known.plus(moods.moods()));
  }

  /** Those of {@code [from, through)}. */
  List<Moods> between(String monitor, long from, long through) {
    var found = new ArrayList<Moods>();
    if (from < through) {
      try (var stored = store.range(key(monitor, Math.max(0, from)), key(monitor, through - 1))) {
        stored.forEachRemaining(bucket -> found.add(bucket.value));
      }
    }
    return found;
  }

  void forgetBefore(String monitor, long bucket) {
    var old = new ArrayList<String>();
    try (var stored = store.range(key(monitor, 0), key(monitor, Math.max(0, bucket - 1)))) {
      stored.forEachRemaining(moods -> old.add(moods.key));
    }
    old.forEach(store::delete);
  }

  void forget(String monitor) {
    var all = new ArrayList<String>();
    try (var stored = store.prefixScan(monitor + "|", new StringSerializer())) {
      stored.forEachRemaining(moods -> all.add(moods.key));
    }
    all.forEach(store::delete);
  }

  /**
   * Forgets one post, and whatever may yet come of it.
   *
   * @param post fingerprint of its id
   * @param open the bucket that is not closed yet
   */
  void forgetPost(String monitor, long post, long open) {
    if (open > 0) {
      var gone = Moods.NONE.with((int) post, Mood.FORGOTTEN);
      var buckets = new ArrayList<String>();
      try (var stored = store.prefixScan(monitor + "|", new StringSerializer())) {
        stored.forEachRemaining(
            moods -> {
              if (moods.value.of((int) post) != Mood.UNKNOWN) {
                buckets.add(moods.key);
              }
            });
      }
      for (var key : buckets) {
        store.put(key, store.get(key).plus(gone));
      }
      add(monitor, new PartitionReport.BucketMoods(open, gone));
    }
  }

  private static String key(String monitor, long bucket) {
    return monitor + "|" + HexFormat.of().toHexDigits(bucket);
  }
}
