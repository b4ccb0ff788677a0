package dev.bellwether.trend.detection;

/**
 * What is usual of one count: its exponentially weighted mean and variance a bucket, both from
 * zero, in the form of SigniTrend (Schubert, Weiler, Kriegel, KDD 2014; after Finch 2009). Buckets
 * in which the term was not used cost nothing: their zeros are caught up with in closed form when
 * it is next looked at (the paper's lazy decay).
 *
 * @param mean a bucket, 0 or more
 * @param variance 0 or more
 * @param bucket the last one that is counted in
 */
public record Habit(double mean, double variance, long bucket) {

  /**
   * With the buckets after {@link #bucket} up to {@code later} counted in as zeros; the same as
   * observing each of them.
   *
   * @param keep weight of the past from one bucket to the next, in (0, 1)
   * @throws IllegalArgumentException if {@code later} lies before {@link #bucket}
   */
  public Habit at(long later, double keep) {
    if (later < bucket) {
      throw new IllegalArgumentException(
          "habit of bucket " + bucket + " asked for earlier bucket " + later);
    }
    double kept = Math.pow(keep, later - bucket);
    return new Habit(mean * kept, kept * (variance + mean * mean * (1 - kept)), later);
  }

  /**
   * With one more count.
   *
   * @param at later than {@link #bucket}
   */
  public Habit observe(double count, long at, double keep) {
    var before = at(at - 1, keep);
    double surprise = count - before.mean;
    return new Habit(
        before.mean + (1 - keep) * surprise,
        keep * (before.variance + (1 - keep) * surprise * surprise),
        at);
  }

  /**
   * What it would be had it not started from zero: a young average is too low by the weight it has
   * not yet given away.
   *
   * @param buckets how many it has been watched, at least 1
   */
  public Habit unbiased(long buckets, double keep) {
    double weight = 1 - Math.pow(keep, buckets);
    double fairMean = mean / weight;
    double fairSquare = (variance + mean * mean) / weight;
    return new Habit(fairMean, Math.max(0, fairSquare - fairMean * fairMean), bucket);
  }
}
