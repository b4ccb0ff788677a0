package dev.bellwether.trend.detection;

import java.util.List;

/**
 * What is remembered of a monitor: habits by fingerprint of the term, no text and no author.
 *
 * @param firstBucket from which it has been watched without a long outage
 * @param lastBucket the last one counted in
 * @param volume authors of a bucket, whatever they say
 * @param terms not to be changed: a detector works on a copy
 * @param trends that go on, and those that ended and may come back
 */
public record MonitorMemory(
    long firstBucket,
    long lastBucket,
    Habit volume,
    Rhythm rhythm,
    TermTable terms,
    List<ActiveTrend> trends) {

  public MonitorMemory {
    trends = List.copyOf(trends);
  }

  /** Nothing known, before {@code bucket}. */
  public static MonitorMemory before(long bucket) {
    return new MonitorMemory(
        bucket,
        bucket - 1,
        new Habit(0, 0, bucket - 1),
        Rhythm.UNKNOWN,
        TermTable.empty(Scales.STANDARD.size()),
        List.of());
  }

  public MonitorMemory withTrends(List<ActiveTrend> next) {
    return new MonitorMemory(firstBucket, lastBucket, volume, rhythm, terms, next);
  }
}
