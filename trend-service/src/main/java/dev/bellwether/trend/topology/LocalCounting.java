package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.detection.BucketCounter;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.LocalHabit;
import dev.bellwether.trend.detection.LocalTerms;
import dev.bellwether.trend.detection.TermExtractor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts a partition's open posts, by monitor and bucket. What it knows of an hour's terms is made
 * of the posts that are kept that long: after a restart it is made again, and is the same.
 */
final class LocalCounting {

  static final BinaryCodec<LocalHabit> HABIT_CODEC =
      new BinaryCodec<>() {
        @Override
        public void write(LocalHabit habit, DataOutputStream out) throws IOException {
          habit.write(out);
        }

        @Override
        public LocalHabit read(DataInputStream in) throws IOException {
          return LocalHabit.read(in);
        }
      };

  private static final int MOST_RESTING = 8;

  /** Of a workspace's terms of the last hour. */
  private static final long MOST_BYTES = 8L << 20;

  private final Buckets buckets;
  private final TermExtractor extractor;
  private final OpenPosts posts;
  private final KeyValueStore<String, LocalHabit> habits;

  /** By workspace, then by key of the monitor; of a workspace that is not here nothing is made. */
  private final Map<String, Map<String, LocalTerms>> terms = new HashMap<>();

  private final Deque<BucketCounter> resting = new ArrayDeque<>();

  /** A monitor's posts of a bucket. */
  private record Cell(String monitor, long bucket) {}

  LocalCounting(
      Buckets buckets,
      TermExtractor extractor,
      OpenPosts posts,
      KeyValueStore<String, LocalHabit> habits) {
    this.buckets = buckets;
    this.extractor = extractor;
    this.posts = posts;
    this.habits = habits;
  }

  /**
   * Counts what waits in {@code [from, through)}.
   *
   * @return by key of the monitor, then by bucket
   */
  Map<String, NavigableMap<Long, BucketCounts>> count(String workspace, long from, long through) {
    var local = terms.computeIfAbsent(workspace, unknown -> remembered(workspace, from));
    var counted = new HashMap<String, NavigableMap<Long, BucketCounts>>();
    var open = new HashMap<Cell, BucketCounter>();
    posts.takeLate(workspace, post -> addLate(workspace, post, open));
    take(open, Map.of(), counted);
    var at = new AtomicLong(from);
    posts.forEach(
        workspace,
        from,
        through,
        (bucket, post) -> {
          if (bucket != at.getAndSet(bucket)) {
            take(open, local, counted);
          }
          add(workspace, post, bucket, local, open);
        });
    take(open, local, counted);
    local.forEach(
        (monitor, known) -> {
          if (known.bucket() >= from) {
            habits.put(monitor, known.habit());
          }
        });
    local.values().removeIf(known -> known.bucket() < at.get() - buckets.inAnHour());
    makeRoom(local);
    return counted;
  }

  /** Lets go of a workspace that rests; what is needed of it is made again of what is stored. */
  void rest(String workspace) {
    terms.remove(workspace);
  }

  /** The monitors of which a post is longest ago, go first. */
  private static void makeRoom(Map<String, LocalTerms> local) {
    long bytes = local.values().stream().mapToLong(LocalTerms::bytes).sum();
    while (bytes > MOST_BYTES && local.size() > 1) {
      var oldest =
          local.entrySet().stream()
              .min(
                  Comparator.<Map.Entry<String, LocalTerms>>comparingLong(
                          known -> known.getValue().bucket())
                      .thenComparing(Map.Entry::getKey))
              .orElseThrow();
      bytes -= oldest.getValue().bytes();
      local.remove(oldest.getKey());
    }
  }

  /** The last bucket of what was counted; {@link Long#MIN_VALUE} where nothing was. */
  static long last(Map<String, NavigableMap<Long, BucketCounts>> counted) {
    return counted.values().stream().mapToLong(NavigableMap::lastKey).max().orElse(Long.MIN_VALUE);
  }

  /** It is no part of what a bucket usually has, nor of the last hour. */
  private void addLate(String workspace, CountedPost post, Map<Cell, BucketCounter> open) {
    long bucket = buckets.of(post.createdAt());
    for (var name : post.monitors()) {
      var monitor = RecordKey.of(workspace, name).encode();
      open.computeIfAbsent(new Cell(monitor, bucket), unknown -> counter()).add(post);
    }
  }

  private void add(
      String workspace,
      CountedPost post,
      long bucket,
      Map<String, LocalTerms> local,
      Map<Cell, BucketCounter> open) {
    for (var name : post.monitors()) {
      var monitor = RecordKey.of(workspace, name).encode();
      var known = local.computeIfAbsent(monitor, this::newTerms);
      known.open(bucket);
      open.computeIfAbsent(new Cell(monitor, bucket), unknown -> counter()).add(post, known);
    }
  }

  private void take(
      Map<Cell, BucketCounter> open,
      Map<String, LocalTerms> local,
      Map<String, NavigableMap<Long, BucketCounts>> counted) {
    open.forEach(
        (cell, counter) -> {
          var counts = counter.take(cell.bucket, local.get(cell.monitor));
          counted
              .computeIfAbsent(cell.monitor, unknown -> new TreeMap<>())
              .merge(cell.bucket, counts, BucketCounts::plus);
          if (resting.size() < MOST_RESTING) {
            resting.add(counter);
          }
        });
    open.clear();
  }

  /** What the last hour's posts said. */
  private Map<String, LocalTerms> remembered(String workspace, long through) {
    var local = new HashMap<String, LocalTerms>();
    var counter = counter();
    posts.forEach(
        workspace,
        Math.max(0, through - buckets.inAnHour()),
        through,
        (bucket, post) -> {
          for (var name : post.monitors()) {
            var known =
                local.computeIfAbsent(RecordKey.of(workspace, name).encode(), this::newTerms);
            known.open(bucket);
            counter.add(post, known);
            counter.drop();
          }
        });
    return local;
  }

  private LocalTerms newTerms(String monitor) {
    var habit = habits.get(monitor);
    return new LocalTerms(buckets, habit == null ? new LocalHabit() : habit);
  }

  private BucketCounter counter() {
    return resting.isEmpty() ? new BucketCounter(extractor) : resting.poll();
  }
}
