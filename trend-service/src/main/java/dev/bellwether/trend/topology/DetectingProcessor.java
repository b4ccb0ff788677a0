package dev.bellwether.trend.topology;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.event.EventBinding;
import dev.bellwether.kit.event.UnreadableEventException;
import dev.bellwether.trend.detection.ActiveTrend;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.MonitorMemory;
import dev.bellwether.trend.detection.PartitionClocks;
import dev.bellwether.trend.detection.Watched;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Puts a monitor's partitions together again and closes its buckets in order, each once all
 * partitions have sent it or are idle. The order in which partitions are read does not show in the
 * result, so two weeks can be played in seconds.
 */
final class DetectingProcessor implements Processor<String, PartitionReport, String, Trend> {

  static final String CLOCKS = "monitor-clocks";
  static final String BUCKETS = "buckets";
  static final String MEMORIES = "memories";

  /** How long a partition is waited for that may never have had a post of this monitor. */
  private static final Duration UNKNOWN = Duration.ofSeconds(6);

  /**
   * And one that has: it says itself when it is idle, so silence means that nobody reads it just
   * now.
   */
  private static final Duration LOST = Duration.ofMinutes(1);

  private static final Duration TICK = Duration.ofSeconds(1);

  /**
   * The words of a monitor's last hour wait for the next one; after so long a silence they are of
   * no use to it.
   */
  private static final Duration FORGET_WORDS = Duration.ofHours(1);

  private final Detector detector;
  private final int partitions;
  private final EventBinding<Trend> binding;
  private final Map<String, Hearing> awaited = new HashMap<>();

  /** When a monitor was last heard of, where its words have not been forgotten since. */
  private final Map<String, Long> lastHeard = new HashMap<>();

  private ProcessorContext<String, Trend> context;
  private KeyValueStore<String, PartitionClocks> clocks;
  private KeyValueStore<String, BucketCounts> counts;
  private KeyValueStore<String, MonitorMemory> memories;
  private KeyValueStore<String, ?> published;
  private Headers trace = new RecordHeaders();
  private long lastTick;

  /**
   * @param since from when a partition of which nothing was heard is being waited for
   * @param heard by partition
   */
  private record Hearing(long since, Map<Integer, Long> heard) {

    boolean lost(int partition, PartitionClocks known, long wallMillis) {
      var patience = known.sentThrough().containsKey(partition) ? LOST : UNKNOWN;
      return wallMillis - heard.getOrDefault(partition, since) >= patience.toMillis();
    }
  }

  DetectingProcessor(Detector detector, int partitions, EventBinding<Trend> binding) {
    this.binding = binding;
    this.detector = detector;
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, Trend> processorContext) {
    context = processorContext;
    clocks = context.getStateStore(CLOCKS);
    counts = context.getStateStore(BUCKETS);
    memories = context.getStateStore(MEMORIES);
    published = context.getStateStore(TrendTopology.TRENDS_STORE);
    lastTick = context.currentSystemTimeMs();
    awaited.clear();
    lastHeard.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(
          monitor -> {
            awaited.put(monitor.key, new Hearing(lastTick, new HashMap<>()));
            lastHeard.put(monitor.key, lastTick);
          });
    }
    context.schedule(FORGET_WORDS, PunctuationType.WALL_CLOCK_TIME, this::forgetWords);
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<String, PartitionReport> message) {
    var key = message.key();
    var report = message.value();
    trace = TraceHeaders.of(message.headers());
    if (!report.erased().isEmpty()) {
      report.erased().forEach(post -> erase(key, post));
      trace = new RecordHeaders();
      return;
    }
    long wallMillis = context.currentSystemTimeMs();
    lastHeard.put(key, wallMillis);
    awaited
        .computeIfAbsent(key, unknown -> new Hearing(wallMillis, new HashMap<>()))
        .heard
        .put(report.partition(), wallMillis);
    var stored = clocks.get(key);
    var before = stored == null ? PartitionClocks.NONE : stored;
    gather(key, report, before.closedThrough() - detector.buckets().inAnHour());
    var heard =
        before
            .heard(report.partition(), report.sentThrough(), report.idle())
            .leapt(report.leaptTo());
    clocks.put(key, closeWhatIsComplete(key, heard, wallMillis));
    trace = new RecordHeaders();
  }

  /** Adds what is not too late to matter. */
  private void gather(String key, PartitionReport report, long earliest) {
    for (var part : report.buckets()) {
      if (part.bucket() >= earliest) {
        var known = counts.get(bucketKey(key, part.bucket()));
        counts.put(bucketKey(key, part.bucket()), known == null ? part : known.plus(part));
      }
    }
  }

  private void tick(long wallMillis) {
    boolean stalled = wallMillis - lastTick > UNKNOWN.toMillis() / 2;
    lastTick = wallMillis;
    if (stalled) {
      // we were not listening, so nobody was silent
      awaited.replaceAll((key, hearing) -> new Hearing(wallMillis, new HashMap<>()));
      return;
    }
    var done = new ArrayList<String>();
    awaited.forEach(
        (key, hearing) -> {
          var stored = clocks.get(key);
          if (stored != null) {
            var next = closeWhatIsComplete(key, stored, wallMillis);
            if (!next.equals(stored)) {
              clocks.put(key, next);
            }
          }
          if (stored != null && nothingIsAwaited(hearing, stored, wallMillis)) {
            done.add(key);
          }
        });
    // kept out of the tick until something is heard again; a partition still silent then is given
    // its time anew
    done.forEach(awaited::remove);
  }

  private boolean nothingIsAwaited(Hearing hearing, PartitionClocks known, long wallMillis) {
    return IntStream.range(0, partitions)
        .allMatch(
            partition ->
                known.idle().contains(partition) || hearing.lost(partition, known, wallMillis));
  }

  private PartitionClocks closeWhatIsComplete(String key, PartitionClocks known, long wallMillis) {
    var hearing = awaited.get(key);
    long through =
        known
            .watermark(partitions, partition -> hearing.lost(partition, known, wallMillis))
            .orElse(Long.MIN_VALUE);
    if (through > known.closedThrough()) {
      close(key, known, through);
    }
    return known.closed(through);
  }

  private void close(String key, PartitionClocks known, long through) {
    var parts = RecordKey.decode(key).parts();
    var watched = new Watched(parts.get(0), parts.get(1));
    var memory = memories.get(key);
    int hour = detector.buckets().inAnHour();
    var window = new ArrayList<BucketCounts>();
    try (var stored =
        counts.range(
            bucketKey(key, Math.max(0, known.closedThrough() - hour)),
            bucketKey(key, through - 1))) {
      stored.forEachRemaining(entry -> window.add(entry.value));
    }
    for (var closing : window) {
      if (closing.bucket() >= known.closedThrough()) {
        memory = resumed(memory, closing.bucket(), known);
        var step = detector.close(watched, memory, hourTo(closing, window));
        memory = send(step, watched);
      }
    }
    if (memory != null) {
      memory = send(detector.pass(watched, memory, through), watched);
      memories.put(key, memory);
    }
    window.stream()
        .filter(old -> old.bucket() < through - hour)
        .forEach(old -> counts.delete(bucketKey(key, old.bucket())));
  }

  private MonitorMemory resumed(MonitorMemory memory, long bucket, PartitionClocks known) {
    if (memory == null) {
      return MonitorMemory.before(bucket);
    }
    long outage = detector.buckets().in(detector.sensitivity().outage());
    boolean blind =
        known.leaptTo() > memory.lastBucket()
            && known.leaptTo() <= bucket
            && bucket - memory.lastBucket() > outage;
    return blind ? MonitorMemory.before(bucket).withTrends(memory.trends()) : memory;
  }

  private List<BucketCounts> hourTo(BucketCounts closing, List<BucketCounts> window) {
    long first = closing.bucket() - detector.buckets().inAnHour() + 1;
    return window.stream()
        .filter(counted -> counted.bucket() >= first && counted.bucket() <= closing.bucket())
        .toList();
  }

  /** Takes a post out of what is counted, remembered and published of a monitor. */
  private void erase(String key, long post) {
    var changed = new HashMap<String, BucketCounts>();
    try (var stored = counts.prefixScan(key + "|", new StringSerializer())) {
      stored.forEachRemaining(
          bucket -> {
            var without = bucket.value.without(post);
            if (!without.equals(bucket.value)) {
              changed.put(bucket.key, without);
            }
          });
    }
    changed.forEach(counts::put);
    var cleaned = new HashMap<String, Trend>();
    for (var trend : published(key)) {
      clean(trend, post, cleaned);
    }
    var memory = memories.get(key);
    if (memory != null) {
      // later than what is published, and so the last word
      memory.trends().forEach(active -> clean(active.trend(), post, cleaned));
      memories.put(
          key,
          memory.withTrends(
              memory.trends().stream()
                  .map(
                      active ->
                          new ActiveTrend(
                              ActiveTrend.without(active.trend(), post), active.peakMentions()))
                  .toList()));
    }
    cleaned.forEach(
        (trendKey, trend) ->
            context.forward(new Record<>(trendKey, trend, context.currentSystemTimeMs(), trace)));
  }

  private static void clean(Trend trend, long post, Map<String, Trend> cleaned) {
    var without = ActiveTrend.without(trend, post);
    if (!without.equals(trend)) {
      cleaned.put(RecordKey.of(trend.workspace(), trend.monitor(), trend.id()).encode(), without);
    }
  }

  /**
   * What the table of all trends has of the monitor, ended ones too; what does not read is not
   * ours.
   */
  private List<Trend> published(String key) {
    var found = new ArrayList<Trend>();
    try (var stored = published.prefixScan(key + "|", new StringSerializer())) {
      while (stored.hasNext()) {
        Object value = stored.next().value;
        byte[] bytes =
            value instanceof ValueAndTimestamp<?> stamped
                ? (byte[]) stamped.value()
                : (byte[]) value;
        read(bytes).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Trend> read(byte[] published) {
    try {
      return Optional.of(binding.read(published));
    } catch (UnreadableEventException e) {
      return Optional.empty();
    }
  }

  private void forgetWords(long wallMillis) {
    var silent =
        lastHeard.entrySet().stream()
            .filter(heard -> wallMillis - heard.getValue() >= FORGET_WORDS.toMillis())
            .map(Map.Entry::getKey)
            .toList();
    for (var key : silent) {
      var words = new ArrayList<String>();
      try (var stored = counts.prefixScan(key + "|", new StringSerializer())) {
        stored.forEachRemaining(bucket -> words.add(bucket.key));
      }
      words.forEach(counts::delete);
      lastHeard.remove(key);
    }
  }

  private MonitorMemory send(Detector.Step step, Watched watched) {
    for (var trend : step.changed()) {
      var key = RecordKey.of(watched.workspace(), watched.monitor(), trend.id()).encode();
      context.forward(new Record<>(key, trend, context.currentSystemTimeMs(), trace));
    }
    return step.memory();
  }

  private static String bucketKey(String key, long bucket) {
    return key + "|" + "%016x".formatted(bucket);
  }
}
