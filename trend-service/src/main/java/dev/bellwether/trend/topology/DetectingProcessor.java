package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.trend.detection.ActiveTrend;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.PartitionClocks;
import dev.bellwether.trend.detection.Watched;
import dev.bellwether.trend.forecast.LifeForecaster;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts a monitor's partitions together again and closes its buckets in order, each once all
 * partitions have sent it or are idle. The order in which partitions are read does not show in the
 * result, so two weeks can be played in seconds.
 */
final class DetectingProcessor implements Processor<String, PartitionReport, String, Finding> {

  static final String CLOCKS = "monitor-clocks";
  static final String BUCKETS = "buckets";
  static final String MOODS = "moods";
  static final String MEMORIES = "memories";
  static final String TERMS = "remembered-terms";

  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * The words of a monitor's last hour wait for the next one; after so long a silence they are of
   * no use to it.
   */
  private static final Duration FORGET_WORDS = Duration.ofHours(1);

  private final Detector detector;
  private final int partitions;
  private final EventBinding<Trend> binding;
  private final WorkspaceActivity activity;
  private final Hearings hearings;

  private ProcessorContext<String, Finding> context;
  private KeyValueStore<String, PartitionClocks> clocks;
  private MonitorBuckets counts;
  private MonitorMoods moods;
  private MonitorStates states;
  private MonitorClosing closing;
  private PublishedTrends published;
  private Headers trace = new RecordHeaders();
  private long lastTick;

  DetectingProcessor(
      Detector detector, int partitions, EventBinding<Trend> binding, WorkspaceActivity activity) {
    this.binding = binding;
    this.activity = activity;
    this.detector = detector;
    this.partitions = partitions;
    this.hearings = new Hearings(partitions);
  }

  @Override
  public void init(ProcessorContext<String, Finding> processorContext) {
    context = processorContext;
    clocks = context.getStateStore(CLOCKS);
    counts = new MonitorBuckets(context.getStateStore(BUCKETS));
    moods = new MonitorMoods(context.getStateStore(MOODS));
    states =
        new MonitorStates(
            context.getStateStore(MEMORIES), new RememberedTerms(context.getStateStore(TERMS)));
    published = new PublishedTrends(context.getStateStore(TrendTopology.TRENDS_STORE), binding);
    closing =
        new MonitorClosing(
            detector, counts, moods, new TrendReport(detector.buckets(), new LifeForecaster()));
    lastTick = context.currentSystemTimeMs();
    hearings.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(monitor -> hearings.await(monitor.key, lastTick));
    }
    context.schedule(FORGET_WORDS, PunctuationType.WALL_CLOCK_TIME, this::forgetWords);
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<String, PartitionReport> message) {
    trace = TraceHeaders.of(message.headers());
    if (message.value().erased().isEmpty()) {
      take(message.key(), message.value());
    } else {
      message.value().erased().forEach(post -> erase(message.key(), post));
    }
    trace = new RecordHeaders();
  }

  private void take(String key, PartitionReport report) {
    long wallMillis = context.currentSystemTimeMs();
    activity.seen(watched(key).workspace(), wallMillis);
    hearings.heard(key, report.partition(), wallMillis);
    var stored = clocks.get(key);
    var before = stored == null ? PartitionClocks.NONE : stored;
    gather(key, report, before.closedThrough() - detector.buckets().inAnHour());
    var heard =
        before
            .heard(report.partition(), report.sentThrough(), report.idle())
            .leapt(report.leaptTo());
    var after = closeWhatIsComplete(key, heard, wallMillis);
    clocks.put(key, after);
    if (report.idle()
        && !report.moods().isEmpty()
        && before.closedThrough() == after.closedThrough()) {
      feelAgain(key, after.closedThrough());
    }
  }

  /** Adds what is not too late to matter. */
  private void gather(String key, PartitionReport report, long earliest) {
    for (var part : report.buckets()) {
      if (part.bucket() >= earliest) {
        counts.add(key, report.partition(), part);
      }
    }
    for (var felt : report.moods()) {
      if (felt.bucket() >= earliest) {
        moods.add(key, felt);
      }
    }
  }

  private void tick(long wallMillis) {
    boolean stalled = wallMillis - lastTick > Hearings.UNKNOWN.toMillis() / 2;
    lastTick = wallMillis;
    if (stalled) {
      hearings.beginAnew(wallMillis);
      return;
    }
    hearings.askEach(this::isDone, wallMillis);
  }

  private boolean isDone(String key, long wallMillis) {
    var stored = clocks.get(key);
    if (stored == null) {
      return false;
    }
    var next = closeWhatIsComplete(key, stored, wallMillis);
    if (!next.equals(stored)) {
      clocks.put(key, next);
    }
    return hearings.nothingIsAwaited(key, stored, wallMillis);
  }

  private PartitionClocks closeWhatIsComplete(String key, PartitionClocks known, long wallMillis) {
    long through =
        known
            .watermark(partitions, partition -> hearings.lost(key, partition, known, wallMillis))
            .orElse(Long.MIN_VALUE);
    if (through > known.closedThrough()) {
      close(key, known, through);
    }
    return known.closed(through);
  }

  private void close(String key, PartitionClocks known, long through) {
    var before = states.get(key);
    var state = closing.close(key, watched(key), before, known, through, this::tell);
    // a bucket without posts mostly leaves all as it was, and a memory is dear to write
    if (state != null && !state.equals(before)) {
      states.put(key, state);
    }
    long old = through - detector.buckets().inAnHour();
    counts.forgetBefore(key, old);
    moods.forgetBefore(key, old);
  }

  /** Nothing more is coming that would tell what a late score has changed. */
  private void feelAgain(String key, long through) {
    var state = states.get(key);
    if (state != null) {
      var felt = closing.feelAgain(key, state, through, this::tell);
      if (!felt.equals(state)) {
        states.put(key, felt);
      }
    }
  }

  /** Takes a post out of what is counted, remembered and published of a monitor. */
  private void erase(String key, long post) {
    counts.forgetPost(key, post);
    var known = clocks.get(key);
    moods.forgetPost(key, post, known == null ? 0 : known.closedThrough());
    var cleaned = new HashMap<String, Trend>();
    published.of(key).forEach(trend -> clean(trend, trend, post, cleaned));
    var state = states.get(key);
    if (state != null) {
      var memory = state.memory();
      for (var active : memory.trends()) {
        // later than what is published, and so the last word
        clean(active.trend(), closing.whole(active.trend(), state), post, cleaned);
      }
      var trends =
          memory.trends().stream()
              .map(
                  active ->
                      new ActiveTrend(
                          ActiveTrend.without(active.trend(), post), active.peakMentions()))
              .toList();
      states.put(key, new MonitorState(memory.withTrends(trends), state.lives()));
    }
    cleaned.values().forEach(trend -> tell(new Finding.Changed(trend)));
  }

  private static void clean(Trend known, Trend whole, long post, Map<String, Trend> cleaned) {
    if (!ActiveTrend.without(known, post).equals(known)) {
      cleaned.put(known.id(), ActiveTrend.without(whole, post));
    }
  }

  private void forgetWords(long wallMillis) {
    for (var key : hearings.silentFor(FORGET_WORDS, wallMillis)) {
      counts.forget(key);
      moods.forget(key);
    }
  }

  private void tell(Finding finding) {
    context.forward(new Record<>(finding.key(), finding, context.currentSystemTimeMs(), trace));
  }

  private static Watched watched(String key) {
    var parts = RecordKey.decode(key).parts();
    return new Watched(parts.get(0), parts.get(1));
  }
}
