package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Mention;
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
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts where the posts are. A post waits in a store until its workspace's clock has passed the
 * bucket; then the bucket is counted in memory and one small report a monitor goes on with the
 * terms that may matter, empty ones too, as they tell the time. Scores go on with the next report.
 */
final class CountingProcessor implements Processor<String, Reading, String, PartitionReport> {

  static final String CLOCKS = "workspace-clocks";
  static final String POSTS = "open-posts";
  static final String MOODS = "waiting-moods";
  static final String MONITORS = "known-monitors";
  static final String HABITS = "local-habits";

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

  /** As the store has them, which is asked for each post. */
  private final Map<String, WorkspaceClock> atHand = new HashMap<>();

  private ProcessorContext<String, PartitionReport> context;
  private KeyValueStore<String, WorkspaceClock> clocks;
  private KnownMonitors monitors;
  private OpenPosts posts;
  private WaitingMoods moods;
  private LocalCounting counting;
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
    monitors = new KnownMonitors(context.getStateStore(MONITORS));
    posts = new OpenPosts(context.getStateStore(POSTS), buckets);
    moods = new WaitingMoods(context.getStateStore(MOODS));
    counting = new LocalCounting(buckets, extractor, posts, context.getStateStore(HABITS));
    awake.clear();
    atHand.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(workspace -> wake(workspace.key));
    }
    lastTick = context.currentSystemTimeMs();
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::sendIdle);
    context.schedule(Duration.ofHours(1), PunctuationType.WALL_CLOCK_TIME, this::forgetTexts);
  }

  @Override
  public void process(Record<String, Reading> message) {
    trace = TraceHeaders.of(message.headers());
    switch (message.value()) {
      case MentionReading.Counts(Mention mention) -> count(mention);
      case MentionReading.Erased(Mention mention) -> erase(mention);
      case ScoreReading.Feels score -> feel(score);
      case ScoreReading.Removed(String workspace, String mention) ->
          moods.forget(workspace, mention);
      case MentionReading.Passes _,
          MentionReading.Unreadable _,
          ScoreReading.Passes _,
          ScoreReading.Unreadable _ -> {}
    }
    trace = new RecordHeaders();
  }

  private void count(Mention mention) {
    var workspace = mention.workspace();
    wake(workspace);
    var known = known(workspace);
    take(workspace, known, known.clock().read(CountedPost.of(mention)));
  }

  /** Of what is counted or waits to be; the rest has no trend that wants it. */
  private void feel(ScoreReading.Feels score) {
    var clock = known(score.workspace());
    var now = clock.clock().now();
    if (now != null
        && !score.createdAt().isBefore(now.minus(EventClock.HISTORY))
        && !score.createdAt().isAfter(now.plus(EventClock.LEAP))) {
      moods.add(score, buckets.of(score.createdAt()));
      wake(score.workspace());
    }
  }

  /** Forgets it here, and tells whoever may have it in a count or as a sample. */
  private void erase(Mention mention) {
    var workspace = mention.workspace();
    var clock = known(workspace);
    if (clock.clock().now() != null || !clock.clock().held().isEmpty()) {
      keep(workspace, new WorkspaceClock(clock.clock().without(mention.id()), clock.sentThrough()));
      forget(workspace, mention.id(), clock);
    }
    moods.forget(workspace, mention.id());
    var told = new HashSet<String>();
    mention.monitors().forEach(monitor -> told.add(RecordKey.of(workspace, monitor).encode()));
    told.addAll(monitors.of(workspace));
    var report =
        PartitionReport.erasing(context.taskId().partition(), Fingerprint.of(mention.id()));
    told.forEach(monitor -> forward(monitor, report));
  }

  /** Its bucket is not taken from its time: an erased revision may not know it. */
  private void forget(String workspace, String id, WorkspaceClock clock) {
    var now = clock.clock().now();
    if (now != null) {
      long latest = Math.max(buckets.of(now), clock.sentThrough());
      long earliest = Math.max(clock.sentThrough(), latest - buckets.in(EventClock.LEAP));
      posts.forget(workspace, id, Math.min(earliest, latest) - kept(), latest);
    }
  }

  /** What waits for a clock that nobody moves any more. */
  private void forgetTexts(long wallMillis) {
    var silent = new ArrayList<String>();
    try (var known = clocks.all()) {
      known.forEachRemaining(
          workspace -> {
            if (activity.quietFor(FORGET_TEXT, workspace.key, wallMillis)) {
              silent.add(workspace.key);
            }
          });
    }
    for (var workspace : silent) {
      var clock = known(workspace);
      posts.forget(workspace);
      moods.take(workspace, Long.MAX_VALUE);
      keep(workspace, new WorkspaceClock(clock.clock().withoutHeld(), clock.sentThrough()));
    }
  }

  private void wake(String workspace) {
    awake.add(workspace);
    activity.seen(workspace, context.currentSystemTimeMs());
  }

  private WorkspaceClock known(String workspace) {
    var clock = atHand.computeIfAbsent(workspace, clocks::get);
    return clock == null ? WorkspaceClock.NEW : clock;
  }

  private void keep(String workspace, WorkspaceClock clock) {
    if (!clock.equals(atHand.put(workspace, clock))) {
      clocks.put(workspace, clock);
    }
  }

  private void take(String workspace, WorkspaceClock before, EventClock.Reading reading) {
    long open = before.sentThrough();
    if (reading.leapt()) {
      // what came before the silence is complete
      open = send(workspace, open, Long.MAX_VALUE, reading.counted().getFirst().createdAt(), false);
    }
    for (var post : reading.counted()) {
      posts.add(workspace, post, open);
      monitors.seen(workspace, post.monitors(), buckets.of(post.createdAt()));
    }
    var now = reading.clock().now();
    long sendable = now == null ? Long.MIN_VALUE : buckets.of(now.minus(LATENESS));
    if (sendable > open) {
      send(workspace, open, sendable, null, false);
      open = sendable;
    }
    keep(workspace, new WorkspaceClock(reading.clock(), open));
  }

  /**
   * Counts and sends what waits before {@code through}; {@code leaptTo} is null where the clock ran
   * on. Answers the bucket before which all has been sent.
   */
  private long send(String workspace, long open, long through, Instant leaptTo, boolean idle) {
    var counted = counting.count(workspace, Math.max(0, open), through);
    long sentThrough =
        leaptTo != null
            ? buckets.of(leaptTo)
            : through == Long.MAX_VALUE ? LocalCounting.last(counted) + 1 : through;
    var felt = moods.take(workspace, through);
    for (var monitor : monitors.of(workspace)) {
      var report =
          new PartitionReport(
              context.taskId().partition(),
              sentThrough,
              leaptTo == null ? Long.MIN_VALUE : sentThrough,
              idle,
              List.copyOf(counted.getOrDefault(monitor, new TreeMap<>()).values()),
              felt.getOrDefault(monitor, new TreeMap<>()).entrySet().stream()
                  .map(
                      moment -> new PartitionReport.BucketMoods(moment.getKey(), moment.getValue()))
                  .toList(),
              List.of());
      ReportParts.of(report).forEach(part -> forward(monitor, part));
    }
    posts.forgetBefore(workspace, sentThrough - kept());
    if (leaptTo == null) {
      monitors.forgetBefore(workspace, sentThrough - buckets.in(FORGET_MONITOR));
    }
    return sentThrough;
  }

  private void forward(String monitor, PartitionReport report) {
    context.forward(new Record<>(monitor, report, context.currentSystemTimeMs(), trace));
  }

  /** Buckets for which counted posts are kept. */
  private int kept() {
    return buckets.inAnHour();
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
      send(workspace, settled.sentThrough(), sent, null, !live);
      keep(workspace, new WorkspaceClock(settled.clock(), sent));
    }
    if (!live) {
      awake.remove(workspace);
      counting.rest(workspace);
    }
  }
}
