package dev.bellwether.trend.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How often a topic was mentioned since it began.
 *
 * @param start when the first bucket begins
 * @param bucket length of one, of which an hour has a whole number; 5 minutes as a rule
 * @param counts one a bucket, oldest first, each 0 or more, at least one; the last is complete
 * @param habitPerHour mentions an hour that were usual before it began, 0 or more
 */
public record TopicCounts(Instant start, Duration bucket, double[] counts, double habitPerHour) {

  public TopicCounts {
    if (bucket.isZero()
        || bucket.isNegative()
        || Duration.ofHours(1).toMillis() % bucket.toMillis() != 0) {
      throw new IllegalArgumentException("an hour has no whole number of buckets of " + bucket);
    }
    if (counts.length == 0) {
      throw new IllegalArgumentException("a topic needs the count of one bucket at least");
    }
    for (double count : counts) {
      if (!(count >= 0 && Double.isFinite(count))) {
        throw new IllegalArgumentException("counts must be 0 or more; one is " + count);
      }
    }
    if (!(habitPerHour >= 0 && Double.isFinite(habitPerHour))) {
      throw new IllegalArgumentException("habitPerHour must be 0 or more, it is " + habitPerHour);
    }
    counts = counts.clone();
  }

  @Override
  public double[] counts() {
    return counts.clone();
  }

  /** When the last bucket ends. */
  public Instant end() {
    return start.plus(bucket.multipliedBy(counts.length));
  }

  int bucketsAnHour() {
    return (int) Duration.ofHours(1).dividedBy(bucket);
  }

  double ageHours() {
    return (double) counts.length / bucketsAnHour();
  }

  /** Mentions in the last hours, of which it is at least that old. */
  double latest(double hours) {
    int buckets = (int) Math.round(hours * bucketsAnHour());
    return Arrays.stream(counts, counts.length - buckets, counts.length).sum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TopicCounts that
        && start.equals(that.start)
        && bucket.equals(that.bucket)
        && Arrays.equals(counts, that.counts)
        && habitPerHour == that.habitPerHour;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * start.hashCode() + Arrays.hashCode(counts)) + Double.hashCode(habitPerHour);
  }

  @Override
  public String toString() {
    return "TopicCounts[start=%s, bucket=%s, buckets=%d]".formatted(start, bucket, counts.length);
  }
}
