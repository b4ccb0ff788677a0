package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what rises around a monitor, one closed bucket after the other. A term is measured over the
 * last hour against its habit (SigniTrend; see {@link Habit}), which is scaled by how much livelier
 * than usual the whole monitor is: so the daily rhythm raises nothing, as every term then swells
 * alike. The same function for the same buckets, whatever the time of the world.
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
    var lastHour = LastHour.of(hour);
    long bucket = lastHour.latest().bucket();
    var caughtUp = silentUntil(bucket, memory);
    var alerts = warm(caughtUp, bucket) ? alerts(caughtUp, lastHour) : List.<Alert>of();
    var life = new TrendLife(buckets, sensitivity, watched);
    var trends =
        life.next(
            caughtUp.trends(),
            Clusters.of(alerts),
            lastHour,
            term -> measure(term, caughtUp, lastHour));
    return step(memory, trends, counted(caughtUp, lastHour.latest()));
  }

  /**
   * Lets time pass without posts: what no longer goes on fades and ends.
   *
   * @param through the bucket before which all are closed
   */
  public Step pass(Watched watched, MonitorMemory memory, long through) {
    var life = new TrendLife(buckets, sensitivity, watched);
    return step(
        memory, memory.trends().stream().map(trend -> life.quiet(trend, through)).toList(), memory);
  }

  private Step step(MonitorMemory before, List<ActiveTrend> trends, MonitorMemory after) {
    var known = before.trends().stream().map(ActiveTrend::trend).toList();
    var changed =
        trends.stream().map(ActiveTrend::trend).filter(trend -> !known.contains(trend)).toList();
    return new Step(after.withTrends(trends.stream().filter(TrendLife::goesOn).toList()), changed);
  }

  private boolean warm(MonitorMemory memory, long bucket) {
    return bucket - memory.firstBucket() >= buckets.in(sensitivity.warmUp());
  }

  private List<Alert> alerts(MonitorMemory memory, LastHour hour) {
    var terms =
        hour.together().terms().entrySet().stream()
            .filter(term -> term.getValue().authors().distinct() >= sensitivity.support())
            .map(term -> measure(term.getKey(), memory, hour))
            .filter(this::standsOut)
            .toList();
    var volume = measure(Alert.VOLUME, memory, hour);
    // a storm's words say more than that there are more posts
    return terms.isEmpty() && standsOut(volume) ? List.of(volume) : terms;
  }

  private boolean standsOut(Alert alert) {
    return sensitivity.standsOut(
        alert.significance(), alert.lastHour().authors().distinct(), alert.expectedPerHour());
  }

  private Alert measure(String term, MonitorMemory memory, LastHour hour) {
    return term.equals(Alert.VOLUME)
        ? measureVolume(memory, hour)
        : measureTerm(term, memory, hour);
  }

  private Alert measureTerm(String term, MonitorMemory memory, LastHour hour) {
    double keep = sensitivity.keep(buckets);
    long bucket = hour.latest().bucket();
    long watched = Math.max(1, bucket - memory.firstBucket());
    var habit = memory.habits().getOrDefault(Fingerprint.of(term), new Habit(0, 0, bucket - 1));
    var usual = habit.at(bucket - 1, keep).unbiased(watched, keep);
    var count = hour.of(term);
    double swell = swell(count, usual, memory.volume().unbiased(watched, keep).mean(), hour);
    double anHour = swell * buckets.inAnHour();
    double significance =
        sensitivity.significance(
            count.authors().distinct(), usual.mean() * anHour, usual.variance() * anHour);
    return new Alert(term, significance, count, usual.mean() * anHour);
  }

  /**
   * How much livelier than usual the monitor is apart from the term: a topic that makes its monitor
   * lively must not hide behind the liveliness it makes. Of a term that is in most posts anyway,
   * such as the brand, nothing is left out.
   */
  private double swell(TermCount count, Habit usual, double usualVolume, LastHour hour) {
    if (usualVolume <= 0) {
      return 1;
    }
    double leftOut = 1 - Math.min(1, usual.mean() / usualVolume);
    double others = hour.volume() - leftOut * count.authors().distinct();
    double usualOthers = (usualVolume - leftOut * usual.mean()) * buckets.inAnHour();
    return Math.max(1, others / usualOthers);
  }

  private Alert measureVolume(MonitorMemory memory, LastHour hour) {
    double expected =
        memory.rhythm().expected(buckets.hourOfDay(hour.latest().bucket())) * buckets.inAnHour();
    double variance = memory.rhythm().variance() * buckets.inAnHour();
    var count = hour.of(Alert.VOLUME);
    double significance = sensitivity.significance(count.authors().distinct(), expected, variance);
    return new Alert(Alert.VOLUME, significance, count, expected);
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
        memory.habits(),
        memory.trends());
  }

  private MonitorMemory counted(MonitorMemory memory, BucketCounts latest) {
    double keep = sensitivity.keep(buckets);
    long bucket = latest.bucket();
    Map<Long, Habit> habits = new HashMap<>(memory.habits());
    latest
        .terms()
        .forEach(
            (term, count) ->
                habits.merge(
                    Fingerprint.of(term),
                    new Habit(0, 0, bucket - 1).observe(count.authors().distinct(), bucket, keep),
                    (habit, unused) -> habit.observe(count.authors().distinct(), bucket, keep)));
    double authors = latest.all().authors().distinct();
    return new MonitorMemory(
        memory.firstBucket(),
        bucket,
        memory.volume().observe(authors, bucket, keep),
        memory.rhythm().observe(buckets.hourOfDay(bucket), authors),
        MonitorMemory.strongest(habits, sensitivity.mostHabits(), bucket, keep),
        memory.trends());
  }
}
