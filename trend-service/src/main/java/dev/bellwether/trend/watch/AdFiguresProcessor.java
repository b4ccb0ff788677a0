package dev.bellwether.trend.watch;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.trend.detection.Fingerprint;
import dev.bellwether.trend.forecast.HourlyHistory;
import dev.bellwether.trend.topology.WorkspaceActivity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up ad figures by campaign and window where they are: an account has one partition. A
 * window's sums go on once it is over and its account has been quiet for a while, as the rows of an
 * upload come one by one; and again whenever a row of it is restated.
 */
final class AdFiguresProcessor
    implements Processor<String, Reading<AdPerformance>, String, SeriesReport> {

  static final String ROWS = "ad-rows";
  static final String CHANGED = "ad-changed-windows";
  static final String NEWEST = "ad-newest-windows";

  private static final List<SeriesKind> KINDS =
      Arrays.stream(SeriesKind.values()).filter(kind -> !kind.isOfPosts()).toList();

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration QUIET = Duration.ofSeconds(10);

  /** An account that is never quiet is not waited for longer, but for its newest window. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

  private final Map<String, Long> changedSince = new HashMap<>();

  private ProcessorContext<String, SeriesReport> context;
  private WorkspaceActivity activity = new WorkspaceActivity();
  private KeyValueStore<String, AdRow> rows;
  private KeyValueStore<String, Long> changed;
  private KeyValueStore<String, Long> newest;

  @Override
  public void init(ProcessorContext<String, SeriesReport> processorContext) {
    context = processorContext;
    rows = context.getStateStore(ROWS);
    changed = context.getStateStore(CHANGED);
    newest = context.getStateStore(NEWEST);
    activity = new WorkspaceActivity();
    changedSince.clear();
    try (var waiting = changed.all()) {
      waiting.forEachRemaining(
          window ->
              changedSince.putIfAbsent(
                  AdWindowKey.decode(window.key).accountKey(), context.currentSystemTimeMs()));
    }
    context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    context.schedule(Duration.ofHours(1), PunctuationType.WALL_CLOCK_TIME, now -> forgetOld());
  }

  @Override
  public void process(Record<String, Reading<AdPerformance>> message) {
    switch (message.value()) {
      case Reading.Read<AdPerformance>(AdPerformance row) ->
          AdWindowKey.of(row)
              .ifPresent(
                  window ->
                      change(
                          window,
                          row.key().encode(),
                          AdRow.of(row),
                          window.end(row.window().timeZone())));
      case Reading.Removed<AdPerformance> _ ->
          window(message.key())
              .ifPresent(window -> change(window, message.key(), null, Instant.EPOCH));
      case Reading.Unreadable<AdPerformance> _ -> {}
    }
  }

  private static Optional<AdWindowKey> window(String recordKey) {
    try {
      return AdWindowKey.ofRow(recordKey);
    } catch (RuntimeException e) {
      return Optional.empty(); // a removal of something that is none of ours
    }
  }

  private void change(AdWindowKey window, String recordKey, AdRow row, Instant end) {
    var account = window.accountKey();
    var last = newest.get(account);
    long start = window.start().toEpochMilli();
    if (last != null && start < last - HourlyHistory.KEPT.toMillis()) {
      return;
    }
    if (last == null || start > last) {
      newest.put(account, start);
    }
    var key = window.encode();
    rows.put(key + "|" + "%016x".formatted(Fingerprint.of(recordKey)), row);
    changed.put(key, end.toEpochMilli());
    long now = context.currentSystemTimeMs();
    if (activity.quietFor(QUIET, account, now)) {
      // of a new upload nothing goes before it is whole, however long a window is still open
      changedSince.put(account, now);
    } else {
      changedSince.putIfAbsent(account, now);
    }
    activity.seen(account, now);
  }

  private void tick(long wallMillis) {
    var due =
        changedSince.entrySet().stream()
            .filter(
                account ->
                    activity.quietFor(QUIET, account.getKey(), wallMillis)
                        || wallMillis - account.getValue() >= LONGEST_WAIT.toMillis())
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(account -> sendChanged(account, wallMillis));
  }

  private void sendChanged(String account, long wallMillis) {
    boolean quiet = activity.quietFor(QUIET, account, wallMillis);
    long growing = quiet ? Long.MAX_VALUE : newest.get(account);
    boolean allSent = true;
    var sent = new ArrayList<String>();
    try (var waiting = changed.prefixScan(account + "|", new StringSerializer())) {
      while (waiting.hasNext()) {
        var window = waiting.next();
        boolean over = window.value <= wallMillis;
        if (over && AdWindowKey.decode(window.key).start().toEpochMilli() < growing) {
          send(window.key);
          sent.add(window.key);
        } else {
          allSent = false;
        }
      }
    }
    sent.forEach(changed::delete);
    if (allSent) {
      changedSince.remove(account);
    }
  }

  private void send(String windowKey) {
    var window = AdWindowKey.decode(windowKey);
    var parts = new ArrayList<AdRow>();
    try (var stored = rows.prefixScan(windowKey + "|", new StringSerializer())) {
      stored.forEachRemaining(row -> parts.add(row.value));
    }
    var figures = parts.isEmpty() ? null : CampaignFigures.of(parts);
    for (var kind : KINDS) {
      var report =
          figures == null
              ? new SeriesReport.Figure(window.start(), Double.NaN, "UTC", "")
              : new SeriesReport.Figure(
                  window.start(),
                  figures.value(kind),
                  figures.zone(),
                  kind.isMoney() ? figures.currency() : "");
      context.forward(
          new Record<>(window.series(kind).encode(), report, context.currentSystemTimeMs()));
    }
  }

  /** Rows that no restatement of could be shown any more. */
  private void forgetOld() {
    var old = new ArrayList<String>();
    try (var stored = rows.all()) {
      while (stored.hasNext()) {
        var parts = RecordKey.decode(stored.next().key).parts();
        var window = AdWindowKey.decode(new RecordKey(parts.subList(0, 5)).encode());
        var last = newest.get(window.accountKey());
        if (last != null && window.start().toEpochMilli() < last - HourlyHistory.KEPT.toMillis()) {
          old.add(new RecordKey(parts).encode());
        }
      }
    }
    old.forEach(rows::delete);
  }
}
