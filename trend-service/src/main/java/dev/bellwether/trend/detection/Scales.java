package dev.bellwether.trend.detection;

import java.time.Duration;
import java.util.List;

/**
 * Windows that overlap, each the weighted sum of the past with weights that fade: a fast trend
 * stands out in a short one, a slow trend in a long one.
 *
 * @param windows shortest first, each at least a bucket
 */
public record Scales(List<Duration> windows) {

  public static final Scales STANDARD =
      new Scales(
          List.of(
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofHours(1),
              Duration.ofHours(4),
              Duration.ofHours(24)));

  public Scales {
    windows = List.copyOf(windows);
  }

  public int size() {
    return windows.size();
  }

  /** The weight of the past from one bucket to the next, by window; 0 where it is one bucket. */
  double[] keeps(Buckets buckets) {
    return windows.stream()
        .mapToDouble(
            window -> Math.max(0, 1 - (double) buckets.length().toMillis() / window.toMillis()))
        .toArray();
  }
}
