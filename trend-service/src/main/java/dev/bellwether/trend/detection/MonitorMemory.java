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
    return withoutTerms(bucket, bucket - 1, new Habit(0, 0, bucket - 1), Rhythm.UNKNOWN, List.of());
  }

  public static MonitorMemory withoutTerms(
      long firstBucket, long lastBucket, Habit volume, Rhythm rhythm, List<ActiveTrend> trends) {
    var none = TermTable.empty(Scales.STANDARD.size());
    return new MonitorMemory(firstBucket, lastBucket, volume, rhythm, none, trends);
  }

  public MonitorMemory withTerms(TermTable next) {
    return new MonitorMemory(firstBucket, lastBucket, volume, rhythm, next, trends);
  }

  public MonitorMemory withTrends(List<ActiveTrend> next) {
    return new MonitorMemory(firstBucket, lastBucket, volume, rhythm, terms, next);
  }
}
