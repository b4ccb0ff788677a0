package dev.bellwether.trend.watch;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.EventClock;
import dev.bellwether.trend.topology.TraceHeaders;
import dev.bellwether.trend.topology.WorkspaceActivity;
import dev.bellwether.trend.topology.WorkspaceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts posts, or scores, where they are: each waits in a store until its workspace's clock has
 * passed its bucket, so that one that comes twice counts once and a newer score replaces an older
 * one; then one small report a series goes on, empty ones too, as they tell the time.
 */
final class PostCounting implements Processor<String, SeriesPost, String, SeriesReport> {

  /** Posts come a little out of order. */
  private static final Duration LATENESS = Duration.ofMinutes(2);

  /** After so long without a post of a workspace what there is of it is sent. */
  private static final Duration IDLE = Duration.ofSeconds(4);

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration FORGET_MONITOR = Duration.ofDays(30);

  /**
   * @param clocks by workspace
   * @param posts those of open buckets, by workspace, bucket and id
   * @param monitors the last bucket of each
   */
  record Stores(String clocks, String posts, String monitors) {

    static Stores of(SeriesKind kind) {
      var name = kind.wireName();
      return new Stores(name + "-clocks", name + "-open", name + "-monitors");
    }

    String[] names() {
      return new String[] {clocks, posts, monitors};
    }
  }

  private final SeriesKind kind;
  private final Buckets buckets;
  private final WorkspaceActivity activity;
  private final Set<String> awake = new HashSet<>();

  /**
   * By workspace, the bucket before which no post waits: RocksDB reads over what was deleted for a
   * long time.
   */
  private final Map<String, Long> drained = new HashMap<>();

  private ProcessorContext<String, SeriesReport> context;
  private KeyValueStore<String, WorkspaceClock> clocks;
  private KeyValueStore<String, SeriesPost> posts;
  private KeyValueStore<String, Long> monitors;
  private Headers trace = new RecordHeaders();
  private long lastTick;

  PostCounting(SeriesKind kind, Buckets buckets, WorkspaceActivity activity) {
    this.kind = kind;
    this.buckets = buckets;
    this.activity = activity;
  }

  @Override
  public void init(ProcessorContext<String, SeriesReport> processorContext) {
    context = processorContext;
    var stores = Stores.of(kind);
    clocks = context.getStateStore(stores.clocks());
    posts = context.getStateStore(stores.posts());
    monitors = context.getStateStore(stores.monitors());
    awake.clear();
    drained.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(workspace -> wake(workspace.key));
    }
    lastTick = context.currentSystemTimeMs();
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::sendIdle);
  }

  @Override
  public void process(Record<String, SeriesPost> message) {
    var post = message.value();
    if (post.isForgotten()) {
      forget(post);
      return;
    }
    trace = TraceHeaders.of(message.headers());
    var workspace = post.workspace();
    wake(workspace);
    var known = known(workspace);
    take(workspace, known, known.clock().read(post.timed()), post);
    trace = new RecordHeaders();
  }

  /** Its bucket is not looked up by its time: who removes it may not know it. */
  private void forget(SeriesPost post) {
    var workspace = post.workspace();
    var clock = clocks.get(workspace);
    if (clock != null && !clock.clock().held().isEmpty()) {
      clocks.put(
          workspace, new WorkspaceClock(clock.clock().without(post.id()), clock.sentThrough()));
    }
    var found = new ArrayList<String>();
    try (var open =
        posts.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (open.hasNext()) {
        var entry = open.next();
        if (entry.value.id().equals(post.id())) {
          found.add(entry.key);
        }
      }
    }
    found.forEach(posts::delete);
  }

  private void wake(String workspace) {
    awake.add(workspace);
    activity.seen(workspace, context.currentSystemTimeMs());
  }

  private WorkspaceClock known(String workspace) {
    var clock = clocks.get(workspace);
    return clock == null ? WorkspaceClock.NEW : clock;
  }

  /**
   * @param post the one that was read now; null where only time passed
   */
  private void take(
      String workspace, WorkspaceClock before, EventClock.Reading reading, SeriesPost post) {
    long sentThrough = before.sentThrough();
    if (reading.leapt()) {
      // what came before the silence is complete
      long leaptTo = buckets.of(reading.counted().getFirst().createdAt());
      send(workspace, Long.MAX_VALUE, leaptTo, false);
      sentThrough = Math.max(sentThrough, leaptTo);
    }
    for (var timed : reading.counted()) {
      boolean current = post != null && post.id().equals(timed.id());
      open(workspace, sentThrough, current ? post : SeriesPost.of(workspace, timed));
    }
    var now = reading.clock().now();
    long sendable = now == null ? Long.MIN_VALUE : buckets.of(now.minus(LATENESS));
    if (sendable > sentThrough) {
      send(workspace, sendable, Long.MIN_VALUE, false);
    }
    clocks.put(workspace, new WorkspaceClock(reading.clock(), Math.max(sendable, sentThrough)));
  }

  private void open(String workspace, long sentThrough, SeriesPost post) {
    long bucket = buckets.of(post.createdAt());
    boolean late = bucket < sentThrough;
    if (late && kind == SeriesKind.NEGATIVE_SHARE) {
      return; // a share stays what it was when its bucket closed
    }
    posts.put(postKey(workspace, bucket, late ? "late" : "", post.id()), post);
    drained.computeIfPresent(workspace, (known, through) -> Math.min(through, bucket));
    for (var monitor : post.monitors()) {
      var key = RecordKey.of(workspace, monitor).encode();
      var last = monitors.get(key);
      if (last == null || last < bucket) {
        monitors.put(key, bucket);
      }
    }
  }

  /**
   * Counts and sends what lies before {@code through}.
   *
   * @param leaptTo {@link Long#MIN_VALUE} where the clock ran on
   */
  private void send(String workspace, long through, long leaptTo, boolean idle) {
    var tally = drain(workspace, through);
    boolean leapt = leaptTo != Long.MIN_VALUE;
    long sentThrough = leapt ? leaptTo : through;
    long forgotten = sentThrough - buckets.in(FORGET_MONITOR);
    try (var known =
        monitors.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (known.hasNext()) {
        var entry = known.next();
        if (entry.value < forgotten && !leapt) {
          monitors.delete(entry.key);
        }
        var monitor = RecordKey.decode(entry.key).parts().get(1);
        var report =
            new SeriesReport.Counts(
                context.taskId().partition(), sentThrough, leaptTo, idle, tally.of(monitor));
        context.forward(
            new Record<>(
                SeriesKey.ofPosts(workspace, kind, monitor).encode(),
                report,
                context.currentSystemTimeMs(),
                trace));
      }
    }
  }

  /** Takes the open posts from before a bucket out of the store. */
  private BucketTally drain(String workspace, long through) {
    var tally = new BucketTally();
    long from = drained.getOrDefault(workspace, 0L);
    if (from >= through) {
      return tally;
    }
    var taken = new ArrayList<String>();
    try (var open = posts.range(postKey(workspace, from), postKey(workspace, through))) {
      while (open.hasNext()) {
        var entry = open.next();
        boolean late = "late".equals(RecordKey.decode(entry.key).parts().get(2));
        tally.add(buckets.of(entry.value.createdAt()), late, entry.value);
        taken.add(entry.key);
      }
    }
    taken.forEach(posts::delete);
    drained.put(workspace, through);
    return tally;
  }

  private void sendIdle(long wallMillis) {
    boolean stalled = wallMillis - lastTick > IDLE.toMillis() / 2;
    lastTick = wallMillis;
    if (stalled) {
      // we were not reading, so nobody was silent
      awake.forEach(workspace -> activity.seen(workspace, wallMillis));
      return;
    }
    var idle =
        awake.stream().filter(workspace -> activity.quietFor(IDLE, workspace, wallMillis)).toList();
    idle.forEach(workspace -> sendIdle(workspace, Instant.ofEpochMilli(wallMillis)));
  }

  private void sendIdle(String workspace, Instant wallClock) {
    var known = known(workspace);
    take(workspace, known, known.clock().settle(wallClock), null);
    var settled = known(workspace);
    var now = settled.clock().now();
    if (now == null) {
      return;
    }
    long current = buckets.of(now);
    boolean live =
        !wallClock.isBefore(buckets.startOf(current))
            && wallClock.isBefore(buckets.endOf(current).plus(LATENESS));
    long through = live ? current : current + 1;
    boolean due =
        through > settled.sentThrough()
            && !(live && wallClock.isBefore(buckets.startOf(current).plus(LATENESS)));
    if (due || !live) {
      long sent = Math.max(through, settled.sentThrough());
      send(workspace, sent, Long.MIN_VALUE, !live);
      clocks.put(workspace, new WorkspaceClock(settled.clock(), sent));
    }
    if (!live) {
      awake.remove(workspace);
    }
  }

  /** Buckets from the epoch on sort as their number does. */
  private static String postKey(String workspace, long bucket, String... more) {
    var prefix = RecordKey.of(workspace, "%016x".formatted(bucket), "").encode();
    return more.length == 0 ? prefix : prefix + RecordKey.of(more).encode();
  }
}
