package dev.bellwether.trend.topology;

import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.contracts.trend.TrendState;
import dev.bellwether.trend.detection.ActiveTrend;
import dev.bellwether.trend.detection.Alert;
import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.MonitorMemory;
import dev.bellwether.trend.detection.PartitionClocks;
import dev.bellwether.trend.detection.Watched;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Closes a monitor's buckets, and tells of the trends that change with their mood and their future,
 * and of those that begin or come back.
 */
record MonitorClosing(
    Detector detector, MonitorBuckets counts, MonitorMoods moods, TrendReport report) {

  /**
   * Closes what is open before {@code through}.
   *
   * @param state null where nothing is known yet
   * @return null where there is still nothing
   */
  MonitorState close(
      String key,
      Watched watched,
      MonitorState state,
      PartitionClocks known,
      long through,
      Consumer<Finding> teller) {
    var memory = state == null ? null : state.memory();
    var lives = state == null ? Map.<String, Life>of() : state.lives();
    int hour = detector.buckets().inAnHour();
    var window = counts.between(key, known.closedThrough() - hour, through);
    for (var bucket : window) {
      if (bucket.bucket() >= known.closedThrough()) {
        memory = resumed(memory, bucket.bucket(), known);
        var passed = detector.pass(watched, memory, bucket.bucket());
        lives = tell(key, memory, passed, bucket.bucket(), lives, teller);
        var step = detector.close(watched, passed.memory(), hourTo(bucket, window));
        lives = observed(key, step.memory(), bucket.bucket(), lives);
        lives = tell(key, passed.memory(), step, bucket.bucket() + 1, lives, teller);
        memory = step.memory();
      }
    }
    if (memory == null) {
      return null;
    }
    var step = detector.pass(watched, memory, through);
    return new MonitorState(step.memory(), tell(key, memory, step, through, lives, teller));
  }

  /** Tells of trends whose mood is another one by scores that came late. */
  MonitorState feelAgain(String key, MonitorState state, long through, Consumer<Finding> teller) {
    var lives = new HashMap<>(state.lives());
    int hour = detector.buckets().inAnHour();
    var window = counts.between(key, through - hour, through);
    var felt = moods.between(key, through - hour, through);
    for (var active : state.memory().trends()) {
      var trend = active.trend();
      var life = lives.get(trend.id());
      var mood = TrendReport.mood(trend, window, felt);
      if (life != null && mood != null && !mood.equals(life.mood())) {
        var next = life.feeling(mood);
        lives.put(trend.id(), next);
        teller.accept(new Finding.Changed(trend.with(mood, report.outlook(trend, next))));
      }
    }
    return new MonitorState(state.memory(), lives);
  }

  /** A trend as it was last told of. */
  Trend whole(Trend trend, MonitorState state) {
    var life = state.lives().get(trend.id());
    return life == null ? trend : trend.with(life.mood(), report.outlook(trend, life));
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

  /**
   * Notes how often each trend that goes on was mentioned; of a new one also before it was found.
   */
  private Map<String, Life> observed(
      String key, MonitorMemory memory, long bucket, Map<String, Life> lives) {
    if (memory.trends().isEmpty()) {
      return Map.of();
    }
    var next = new HashMap<String, Life>();
    var hour = counts.between(key, bucket - detector.buckets().inAnHour() + 1, bucket + 1);
    for (var active : memory.trends()) {
      var trend = active.trend();
      if (trend.state() != TrendState.ENDED) {
        var life =
            lives.getOrDefault(
                trend.id(),
                Life.from(
                    Math.max(
                        bucket - detector.buckets().inAnHour() + 1,
                        detector.buckets().of(trend.startedAt()))));
        for (var counted : hour) {
          if (counted.bucket() >= life.first()) {
            life = life.observe(counted.bucket(), TrendReport.mentions(trend, counted));
          }
        }
        next.put(trend.id(), life);
      }
    }
    return next;
  }

  /**
   * @param through the bucket before which all is closed
   * @return the lives, with the moods that were told
   */
  private Map<String, Life> tell(
      String key,
      MonitorMemory before,
      Detector.Step step,
      long through,
      Map<String, Life> lives,
      Consumer<Finding> teller) {
    if (step.changed().isEmpty()) {
      return lives;
    }
    var next = new HashMap<>(lives);
    int hour = detector.buckets().inAnHour();
    var window = counts.between(key, through - hour, through);
    var felt = moods.between(key, through - hour, through);
    var known =
        before.trends().stream()
            .map(ActiveTrend::trend)
            .collect(Collectors.toMap(Trend::id, Function.identity()));
    for (var trend : step.changed()) {
      var mood = TrendReport.mood(trend, window, felt);
      var life = next.get(trend.id());
      if (life != null) {
        life = life.observe(through - 1, 0);
        next.put(trend.id(), life);
      }
      var told = trend.with(mood, report.outlook(trend, life));
      teller.accept(new Finding.Changed(told));
      if (life != null && !Objects.equals(life.mood(), mood)) {
        next.put(trend.id(), life.feeling(mood));
      }
      raise(told, known.get(trend.id()), detector.buckets().startOf(through), teller);
    }
    return next;
  }

  /** A swell of which nobody knows the words is no topic. */
  private static void raise(Trend trend, Trend before, Instant at, Consumer<Finding> teller) {
    if (trend.terms().contains(Alert.VOLUME)) {
      return;
    }
    boolean back = trend.state() == TrendState.BACK;
    if (before == null || before.terms().contains(Alert.VOLUME)) {
      teller.accept(Finding.Raised.of(SignalKind.NEW_TOPIC, trend, at));
    } else if (back && before.state() != TrendState.BACK) {
      teller.accept(Finding.Raised.of(SignalKind.TOPIC_BACK, trend, at));
    }
  }
}
