package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;
import java.util.List;

/**
 * Finds what rises around a monitor, one closed bucket after the other. A term is measured in
 * several windows against its habit (SigniTrend; see {@link Habit}, {@link Scales}), which is
 * scaled by how much livelier than usual the whole monitor is: so the daily rhythm raises nothing,
 * as every term then swells alike. The same function for the same buckets, whatever the time of the
 * world.
 */
public record Detector(Buckets buckets, Sensitivity sensitivity) {

  /** Catching up longer silences changes nothing any more. */
  private static final int LONGEST_CATCH_UP_DAYS = 7;

  /**
   * @param memory with the bucket counted in
   * @param changed trends that began or changed, whole
   */
  public record Step(MonitorMemory memory, List<Trend> changed) {}

  /**
   * Counts a bucket in.
   *
   * @param hour the buckets with posts of the hour that ends with the one to close, which is the
   *     last
   * @param memory of earlier buckets only
   */
  public Step close(Watched watched, MonitorMemory memory, List<BucketCounts> hour) {
    var lastHour = new LastHour(hour);
    long bucket = lastHour.latest().bucket();
    var caughtUp = silentUntil(bucket, memory);
    var standing = new Standing(buckets, sensitivity, caughtUp, lastHour);
    var clusters = warm(caughtUp, bucket) ? standing.clusters() : List.<List<Alert>>of();
    var life = new TrendLife(buckets, sensitivity, watched);
    var trends = life.next(caughtUp.trends(), clusters, lastHour, standing);
    return step(memory, trends, counted(caughtUp, standing, lastHour.latest()), bucket + 1);
  }

  /**
   * Lets time pass without posts: what no longer goes on fades and ends.
   *
   * @param through the bucket before which all are closed
   */
  public Step pass(Watched watched, MonitorMemory memory, long through) {
    var life = new TrendLife(buckets, sensitivity, watched);
    return step(
        memory,
        memory.trends().stream().map(trend -> life.quiet(trend, through)).toList(),
        memory,
        through);
  }

  private Step step(
      MonitorMemory before, List<ActiveTrend> trends, MonitorMemory after, long through) {
    var known = before.trends().stream().map(ActiveTrend::trend).toList();
    var changed =
        trends.stream().map(ActiveTrend::trend).filter(trend -> !known.contains(trend)).toList();
    return new Step(
        after.withTrends(TrendLife.remembered(trends, buckets, sensitivity, through)), changed);
  }

  private boolean warm(MonitorMemory memory, long bucket) {
    return bucket - memory.firstBucket() >= buckets.in(sensitivity.warmUp());
  }

  private MonitorMemory silentUntil(long bucket, MonitorMemory memory) {
    double keep = sensitivity.keep(buckets);
    var rhythm = memory.rhythm();
    long from =
        Math.max(
            memory.lastBucket() + 1,
            bucket - (long) LONGEST_CATCH_UP_DAYS * 24 * buckets.inAnHour());
    for (long silent = from; silent < bucket; silent++) {
      rhythm = rhythm.observe(buckets.hourOfDay(silent), 0);
    }
    return new MonitorMemory(
        memory.firstBucket(),
        bucket - 1,
        memory.volume().at(bucket - 1, keep),
        rhythm,
        memory.terms(),
        memory.trends());
  }

  private MonitorMemory counted(MonitorMemory memory, Standing standing, BucketCounts latest) {
    double keep = sensitivity.keep(buckets);
    long bucket = latest.bucket();
    var terms = standing.counted();
    terms.thin(sensitivity.mostHabits(), bucket, keep);
    double authors = latest.all().authors().distinct();
    return new MonitorMemory(
        memory.firstBucket(),
        bucket,
        memory.volume().observe(authors, bucket, keep),
        memory.rhythm().observe(buckets.hourOfDay(bucket), authors),
        terms,
        memory.trends());
  }
}
