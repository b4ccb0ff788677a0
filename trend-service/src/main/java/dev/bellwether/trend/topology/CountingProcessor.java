package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.EventClock;
import dev.bellwether.trend.detection.Fingerprint;
import dev.bellwether.trend.detection.TermExtractor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts where the posts are. A post's terms wait in a store until its workspace's clock has passed
 * the bucket; then the bucket is counted in memory and one small report a monitor goes on, empty
 * ones too, as they tell the time.
 */
final class CountingProcessor
    implements Processor<String, MentionReading, String, PartitionReport> {

  static final String CLOCKS = "workspace-clocks";
  static final String POSTS = "open-posts";
  static final String MONITORS = "known-monitors";

  /** Posts come a little out of order. */
  private static final Duration LATENESS = Duration.ofMinutes(2);

  /**
   * After so long without a post of a workspace what there is of it is sent, and nobody waits for
   * more.
   */
  private static final Duration IDLE = Duration.ofSeconds(4);

  private static final Duration TICK = Duration.ofSeconds(1);

  /** Of a workspace that has been silent so long no text is kept. */
  private static final Duration FORGET_TEXT = Duration.ofHours(24);

  private static final Duration FORGET_MONITOR = Duration.ofDays(30);

  private final Buckets buckets;
  private final TermExtractor extractor;
  private final WorkspaceActivity activity;
  private final Set<String> awake = new HashSet<>();

  private ProcessorContext<String, PartitionReport> context;
  private KeyValueStore<String, WorkspaceClock> clocks;
  private KeyValueStore<String, CountedPost> posts;
  private KeyValueStore<String, Long> monitors;
  private Headers trace = new RecordHeaders();
  private long lastTick;

  CountingProcessor(Buckets buckets, TermExtractor extractor, WorkspaceActivity activity) {
    this.buckets = buckets;
    this.extractor = extractor;
    this.activity = activity;
  }

  @Override
  public void init(ProcessorContext<String, PartitionReport> processorContext) {
    context = processorContext;
    clocks = context.getStateStore(CLOCKS);
    posts = context.getStateStore(POSTS);
    monitors = context.getStateStore(MONITORS);
    awake.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(workspace -> wake(workspace.key));
    }
    lastTick = context.currentSystemTimeMs();
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::sendIdle);
    context.schedule(Duration.ofHours(1), PunctuationType.WALL_CLOCK_TIME, this::forgetTexts);
  }

  @Override
  public void process(Record<String, MentionReading> message) {
    trace = TraceHeaders.of(message.headers());
    switch (message.value()) {
      case MentionReading.Counts(Mention mention) -> count(mention);
      case MentionReading.Erased(Mention mention) -> erase(mention);
      case MentionReading.Passes _, MentionReading.Unreadable _ -> {}
    }
    trace = new RecordHeaders();
  }

  private void count(Mention mention) {
    var workspace = mention.workspace();
    wake(workspace);
    var known = known(workspace);
    take(workspace, known, known.clock().read(CountedPost.of(mention)));
  }

  /** Forgets it here, and tells whoever may have it in a count or as a sample. */
  private void erase(Mention mention) {
    var workspace = mention.workspace();
    var clock = clocks.get(workspace);
    if (clock != null) {
      clocks.put(
          workspace, new WorkspaceClock(clock.clock().without(mention.id()), clock.sentThrough()));
    }
    deletePosts(workspace, mention.id());
    var told = new HashSet<String>();
    mention.monitors().forEach(monitor -> told.add(RecordKey.of(workspace, monitor).encode()));
    try (var known =
        monitors.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      known.forEachRemaining(monitor -> told.add(monitor.key));
    }
    var report =
        PartitionReport.erasing(context.taskId().partition(), Fingerprint.of(mention.id()));
    for (var monitor : told) {
      context.forward(new Record<>(monitor, report, context.currentSystemTimeMs(), trace));
    }
  }

  /** Its bucket is not looked up by its time: an erased revision may not know it. */
  private void deletePosts(String workspace, String id) {
    var found = new ArrayList<String>();
    try (var open =
        posts.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (open.hasNext()) {
        var entry = open.next();
        if (entry.value.id().equals(id)) {
          found.add(entry.key);
        }
      }
    }
    found.forEach(posts::delete);
  }

  /** What waits for a clock that nobody moves any more. */
  private void forgetTexts(long wallMillis) {
    var silent = new ArrayList<String>();
    try (var known = clocks.all()) {
      while (known.hasNext()) {
        var workspace = known.next();
        if (!workspace.value.clock().held().isEmpty()
            && activity.quietFor(FORGET_TEXT, workspace.key, wallMillis)) {
          silent.add(workspace.key);
        }
      }
    }
    for (var workspace : silent) {
      var clock = clocks.get(workspace);
      clocks.put(workspace, new WorkspaceClock(clock.clock().withoutHeld(), clock.sentThrough()));
    }
  }

  private void wake(String workspace) {
    awake.add(workspace);
    activity.seen(workspace, context.currentSystemTimeMs());
  }

  private WorkspaceClock known(String workspace) {
    var clock = clocks.get(workspace);
    return clock == null ? WorkspaceClock.NEW : clock;
  }

  private void take(String workspace, WorkspaceClock before, EventClock.Reading reading) {
    if (reading.leapt()) {
      // what came before the silence is complete
      send(workspace, Long.MAX_VALUE, reading.counted().getFirst().createdAt(), false);
    }
    reading.counted().forEach(post -> open(workspace, post));
    var now = reading.clock().now();
    long sendable = now == null ? Long.MIN_VALUE : buckets.of(now.minus(LATENESS));
    if (sendable > before.sentThrough()) {
      send(workspace, sendable, null, false);
    }
    clocks.put(
        workspace, new WorkspaceClock(reading.clock(), Math.max(sendable, before.sentThrough())));
  }

  private void open(String workspace, CountedPost post) {
    posts.put(bucketPrefix(workspace, buckets.of(post.createdAt())) + post.id(), post);
    for (var monitor : post.monitors()) {
      var key = RecordKey.of(workspace, monitor).encode();
      long bucket = buckets.of(post.createdAt());
      var last = monitors.get(key);
      if (last == null || last < bucket) {
        monitors.put(key, bucket);
      }
    }
  }

  /**
   * Counts and sends what lies before {@code through}; {@code leaptTo} is null where the clock ran
   * on.
   */
  private void send(String workspace, long through, Instant leaptTo, boolean idle) {
    var byMonitor = new HashMap<String, NavigableMap<Long, List<CountedPost>>>();
    long last = drain(workspace, through, byMonitor);
    long sentThrough =
        leaptTo != null ? buckets.of(leaptTo) : through == Long.MAX_VALUE ? last + 1 : through;
    long forgotten = sentThrough - buckets.in(FORGET_MONITOR);
    try (var known =
        monitors.prefixScan(RecordKey.of(workspace, "").encode(), new StringSerializer())) {
      while (known.hasNext()) {
        var entry = known.next();
        if (entry.value < forgotten && leaptTo == null) {
          monitors.delete(entry.key);
        }
        var counts =
            byMonitor.getOrDefault(entry.key, new TreeMap<>()).entrySet().stream()
                .map(bucket -> BucketCounts.of(extractor, bucket.getKey(), bucket.getValue()))
                .toList();
        var report =
            new PartitionReport(
                context.taskId().partition(),
                sentThrough,
                leaptTo == null ? Long.MIN_VALUE : sentThrough,
                idle,
                counts);
        context.forward(new Record<>(entry.key, report, context.currentSystemTimeMs(), trace));
      }
    }
  }

  /** Takes the open posts from before a bucket out of the store; answers their last bucket. */
  private long drain(
      String workspace,
      long through,
      Map<String, NavigableMap<Long, List<CountedPost>>> byMonitor) {
    long last = Long.MIN_VALUE;
    var drained = new ArrayList<String>();
    try (var open = posts.range(bucketPrefix(workspace, 0), bucketPrefix(workspace, through))) {
      while (open.hasNext()) {
        var entry = open.next();
        long bucket = buckets.of(entry.value.createdAt());
        last = Math.max(last, bucket);
        drained.add(entry.key);
        for (var monitor : entry.value.monitors()) {
          byMonitor
              .computeIfAbsent(RecordKey.of(workspace, monitor).encode(), key -> new TreeMap<>())
              .computeIfAbsent(bucket, key -> new ArrayList<>())
              .add(entry.value);
        }
      }
    }
    drained.forEach(posts::delete);
    return last;
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
    take(workspace, known, known.clock().settle(wallClock));
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
      send(workspace, sent, null, !live);
      clocks.put(workspace, new WorkspaceClock(settled.clock(), sent));
    }
    if (!live) {
      awake.remove(workspace);
    }
  }

  /** Buckets from the epoch on sort as their number does. */
  private static String bucketPrefix(String workspace, long bucket) {
    return RecordKey.of(workspace, "%016x".formatted(bucket), "").encode();
  }
}
