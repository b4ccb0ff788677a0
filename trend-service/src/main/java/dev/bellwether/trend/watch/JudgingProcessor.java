package dev.bellwether.trend.watch;

import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.signal.Signal;
import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.PartitionClocks;
import dev.bellwether.trend.series.SeriesDetector;
import dev.bellwether.trend.topology.TraceHeaders;
import dev.bellwether.trend.topology.WorkspaceActivity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts a series' partitions together again and judges its buckets in order, each once all
 * partitions have sent it or are idle. Ad figures come from one partition and are judged as they
 * come.
 */
final class JudgingProcessor implements Processor<String, SeriesReport, String, Signal> {

  static final String CLOCKS = "series-clocks";
  static final String CELLS = "series-cells";

  private static final java.time.Duration TICK = java.time.Duration.ofSeconds(1);

  /** A share of fewer scored mentions says nothing. */
  private static final long LEAST_SCORED = 10;

  private final SeriesDetector detector;
  private final Buckets buckets;
  private final int partitions;
  private final WorkspaceActivity activity;
  private final Map<String, Hearing> awaited = new HashMap<>();

  private ProcessorContext<String, Signal> context;
  private KeyValueStore<String, PartitionClocks> clocks;
  private KeyValueStore<String, Cell> cells;
  private SeriesStores stores;
  private SeriesWriter writer;
  private Headers trace = new RecordHeaders();
  private long lastTick;

  JudgingProcessor(
      SeriesDetector detector, Buckets buckets, int partitions, WorkspaceActivity activity) {
    this.activity = activity;
    this.detector = detector;
    this.buckets = buckets;
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, Signal> processorContext) {
    context = processorContext;
    clocks = context.getStateStore(CLOCKS);
    cells = context.getStateStore(CELLS);
    stores = new SeriesStores(context);
    writer = new SeriesWriter(detector, buckets, stores, this::send);
    lastTick = context.currentSystemTimeMs();
    awaited.clear();
    try (var known = clocks.all()) {
      known.forEachRemaining(series -> awaited.put(series.key, Hearing.since(lastTick)));
    }
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
  }

  @Override
  public void process(Record<String, SeriesReport> message) {
    trace = TraceHeaders.of(message.headers());
    var key = message.key();
    switch (message.value()) {
      case SeriesReport.Counts counts -> hear(key, counts);
      case SeriesReport.Figure figure -> {
        var series = SeriesKey.decode(key);
        var state = writer.figure(series, stores.state(key), figure);
        stores.put(key, state);
        if (stores.summary(key) != null) {
          stores.forgetBefore(key, state.last(), series.step());
        }
      }
    }
    trace = new RecordHeaders();
  }

  private void send(Signal signal) {
    var key = RecordKey.of(signal.workspace(), wireName(signal)).encode();
    context.forward(new Record<>(key, signal, context.currentSystemTimeMs(), trace));
  }

  /** As the kind stands in JSON. */
  private static String wireName(Signal signal) {
    return signal.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private void hear(String key, SeriesReport.Counts counts) {
    long wallMillis = context.currentSystemTimeMs();
    activity.seen(SeriesKey.decode(key).workspace(), wallMillis);
    awaited
        .computeIfAbsent(key, unknown -> Hearing.since(wallMillis))
        .heard(counts.partition(), wallMillis);
    var stored = clocks.get(key);
    var before = stored == null ? PartitionClocks.NONE : stored;
    gather(key, counts, before.closedThrough());
    var heard =
        before
            .heard(counts.partition(), counts.sentThrough(), counts.idle())
            .leapt(counts.leaptTo());
    clocks.put(key, judgeWhatIsComplete(key, heard, wallMillis));
  }

  private void gather(String key, SeriesReport.Counts counts, long judgedThrough) {
    var tooLate = new ArrayList<Cell>();
    for (var cell : counts.cells()) {
      if (cell.late() || cell.bucket() < judgedThrough) {
        tooLate.add(cell);
      } else {
        var known = cells.get(cellKey(key, cell.bucket()));
        cells.put(cellKey(key, cell.bucket()), known == null ? cell : known.plus(cell));
      }
    }
    var series = SeriesKey.decode(key);
    // a share stays what it was when its bucket closed
    if (series.kind() == SeriesKind.MENTIONS && !tooLate.isEmpty()) {
      var state = stores.state(key);
      for (var cell : tooLate) {
        if (cell.total().own() > 0) {
          state = writer.late(series, state, cell.bucket(), cell.total().own());
        }
      }
      stores.put(key, state);
    }
  }

  private void tick(long wallMillis) {
    boolean stalled = wallMillis - lastTick > Hearing.UNKNOWN.toMillis() / 2;
    lastTick = wallMillis;
    if (stalled) {
      // we were not listening, so nobody was silent
      awaited.replaceAll((key, hearing) -> Hearing.since(wallMillis));
      return;
    }
    var done = new ArrayList<String>();
    awaited.forEach(
        (key, hearing) -> {
          var stored = clocks.get(key);
          if (stored == null) {
            return;
          }
          var next = judgeWhatIsComplete(key, stored, wallMillis);
          if (!next.equals(stored)) {
            clocks.put(key, next);
          }
          if (hearing.awaitsNobody(partitions, stored, wallMillis)) {
            done.add(key);
          }
        });
    // kept out of the tick until something is heard again
    done.forEach(awaited::remove);
  }

  private PartitionClocks judgeWhatIsComplete(String key, PartitionClocks known, long wallMillis) {
    var hearing = awaited.get(key);
    long through =
        known
            .watermark(partitions, partition -> hearing.lost(partition, known, wallMillis))
            .orElse(Long.MIN_VALUE);
    if (through > known.closedThrough()) {
      judge(key, known.closedThrough(), through);
    }
    return known.closed(through);
  }

  private void judge(String key, long from, long through) {
    long hour = buckets.inAnHour();
    var window = new ArrayList<Cell>();
    try (var stored =
        cells.range(cellKey(key, Math.max(0, from - hour + 1)), cellKey(key, through - 1))) {
      stored.forEachRemaining(cell -> window.add(cell.value));
    }
    if (window.isEmpty()) {
      return;
    }
    var series = SeriesKey.decode(key);
    var state = stores.state(key);
    for (int i = 0; i < window.size(); i++) {
      if (window.get(i).bucket() >= from) {
        state =
            series.kind() == SeriesKind.MENTIONS
                ? count(series, state, window.get(i))
                : share(series, state, window.subList(0, i + 1));
      }
    }
    stores.put(key, state);
    if (stores.summary(key) != null) {
      stores.forgetBefore(key, state.last(), buckets.length());
    }
    window.stream()
        .filter(old -> old.bucket() <= through - hour)
        .forEach(old -> cells.delete(cellKey(key, old.bucket())));
  }

  /**
   * A bucket without a post of the monitor while others of its workspace come in is a zero. What is
   * missing is no value at all.
   */
  private SeriesState count(SeriesKey series, SeriesState before, Cell cell) {
    var state = before;
    var flow = state.flow();
    long silentFrom = state.lastCell() + 1;
    if (state.lastCell() != Long.MIN_VALUE && silentFrom < cell.bucket()) {
      if (!flow.isOutage(buckets, silentFrom, cell.bucket())) {
        for (long bucket = silentFrom; bucket < cell.bucket(); bucket++) {
          state = writer.observe(series, state, bucket, 0, 0);
        }
      }
      flow = flow.quiet(buckets, silentFrom, cell.bucket());
    }
    if (!flow.isIncomplete(buckets, cell)) {
      long own = cell.total().own();
      state = writer.observe(series, state, cell.bucket(), own, own);
    }
    return state.seen(cell.bucket(), flow.observe(buckets, cell));
  }

  /**
   * @param window ends with the bucket to judge
   */
  private SeriesState share(SeriesKey series, SeriesState state, List<Cell> window) {
    long bucket = window.getLast().bucket();
    var hour =
        window.stream()
            .filter(cell -> cell.bucket() > bucket - buckets.inAnHour())
            .map(Cell::total)
            .reduce(Tally.NONE, Tally::plus);
    return hour.own() < LEAST_SCORED
        ? state
        : writer.observe(series, state, bucket, (double) hour.negative() / hour.own(), hour.own());
  }

  private static String cellKey(String key, long bucket) {
    return key + "|" + "%016x".formatted(bucket);
  }
}
