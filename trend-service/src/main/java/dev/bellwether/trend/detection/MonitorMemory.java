package dev.bellwether.trend.detection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is remembered of a monitor: habits by fingerprint of the term, no text and no author.
 *
 * @param firstBucket from which it has been watched without a long outage
 * @param lastBucket the last one counted in
 * @param volume authors of a bucket, whatever they say
 */
public record MonitorMemory(
    long firstBucket,
    long lastBucket,
    Habit volume,
    Rhythm rhythm,
    Map<Long, Habit> habits,
    List<ActiveTrend> trends) {

  private static final double KEPT_OF_FULL = 0.9;

  public MonitorMemory {
    habits = Map.copyOf(habits);
    trends = List.copyOf(trends);
  }

  /** Nothing known, before {@code bucket}. */
  public static MonitorMemory before(long bucket) {
    return new MonitorMemory(
        bucket, bucket - 1, new Habit(0, 0, bucket - 1), Rhythm.UNKNOWN, Map.of(), List.of());
  }

  public MonitorMemory withTrends(List<ActiveTrend> next) {
    return new MonitorMemory(firstBucket, lastBucket, volume, rhythm, habits, next);
  }

  /** The habits, or where they are more than {@code most}, the strongest of them. */
  static Map<Long, Habit> strongest(Map<Long, Habit> habits, int most, long bucket, double keep) {
    if (habits.size() <= most) {
      return habits;
    }
    return habits.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Long, Habit>>comparingDouble(
                    habit -> -habit.getValue().at(bucket, keep).mean())
                .thenComparing(Map.Entry::getKey))
        .limit((long) (most * KEPT_OF_FULL))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
