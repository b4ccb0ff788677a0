package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * From posts to trends for one monitor whose posts all come one way, in the order of their buckets:
 * the two halves that the topology runs apart, joined. Not to be shared between threads.
 */
public final class Kernel {

  private final Detector detector;
  private final Watched watched;
  private final BucketCounter counter;
  private final Consumer<Trend> changes;
  private final ArrayDeque<BucketCounts> window = new ArrayDeque<>();

  private MonitorMemory memory;
  private long open = Long.MIN_VALUE;
  private long closed = Long.MIN_VALUE;

  /**
   * @param changes is told of each trend that began or changed
   */
  public Kernel(
      Detector detector, TermExtractor extractor, Watched watched, Consumer<Trend> changes) {
    this.detector = detector;
    this.watched = watched;
    this.changes = changes;
    counter = new BucketCounter(extractor);
  }

  /** Counts a post; one of an earlier bucket than the last counts in the open one. */
  public void add(CountedPost post) {
    long bucket = detector.buckets().of(post.createdAt());
    if (bucket > open) {
      close();
      open = bucket;
    }
    counter.add(post);
  }

  /** Closes the open bucket, once. */
  public void close() {
    if (open == closed) {
      return;
    }
    closed = open;
    if (memory == null) {
      memory = MonitorMemory.before(open);
    }
    var counts = counter.take(open);
    tell(detector.pass(watched, memory, open));
    window.addLast(counts);
    while (window.getFirst().bucket() <= open - detector.buckets().inAnHour()) {
      window.removeFirst();
    }
    tell(detector.close(watched, memory, new ArrayList<>(window)));
  }

  /** What it remembers; null before the first bucket is closed. */
  public MonitorMemory memory() {
    return memory;
  }

  /** Terms counted in the open bucket. */
  public int openTerms() {
    return counter.openTerms();
  }

  private void tell(Detector.Step step) {
    memory = step.memory();
    List<Trend> changed = step.changed();
    changed.forEach(changes);
  }
}
