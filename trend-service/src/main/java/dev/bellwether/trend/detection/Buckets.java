package dev.bellwether.trend.detection;

import java.time.Duration;
import java.time.Instant;

/**
 * Event time cut into half-open buckets of one length, numbered from the epoch.
 *
 * @param length divides an hour
 */
public record Buckets(Duration length) {

  /** As long as the shortest window in which a trend may stand out. */
  public static final Buckets STANDARD = new Buckets(Duration.ofMinutes(5));

  public Buckets {
    if (length.isNegative()
        || length.isZero()
        || Duration.ofHours(1).toMillis() % length.toMillis() != 0) {
      throw new IllegalArgumentException("a bucket must divide an hour: " + length);
    }
  }

  public long of(Instant time) {
    return Math.floorDiv(time.toEpochMilli(), length.toMillis());
  }

  public Instant startOf(long bucket) {
    return Instant.ofEpochMilli(bucket * length.toMillis());
  }

  public Instant endOf(long bucket) {
    return startOf(bucket + 1);
  }

  /** How many buckets an hour has. */
  public int inAnHour() {
    return in(Duration.ofHours(1));
  }

  /** How many whole buckets {@code span} has. */
  public int in(Duration span) {
    return Math.toIntExact(span.toMillis() / length.toMillis());
  }

  /** The hour of the UTC day in which the bucket starts, 0 to 23. */
  public int hourOfDay(long bucket) {
    return Math.toIntExact(Math.floorMod(Math.floorDiv(bucket, (long) inAnHour()), 24L));
  }
}
