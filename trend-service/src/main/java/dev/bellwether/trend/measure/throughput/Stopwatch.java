package dev.bellwether.trend.measure.throughput;

import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Fingerprint;
import dev.bellwether.trend.detection.Kernel;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import dev.bellwether.trend.detection.Watched;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Runs the kernel as it ships and reads the thread's CPU clock. */
final class Stopwatch {

  static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private static final int AUTHORS = 200_000;

  private long trends;

  /**
   * @param postsPerSecond of the measured thread's CPU time
   * @param trends told of, so that nothing was left out
   */
  record Speed(double postsPerSecond, long trends) {}

  /**
   * @param perSecond how many posts a second of event time
   * @param cpu at least so much to warm up, and again to measure
   */
  Speed measure(List<String> texts, int perSecond, Duration cpu) {
    var posts = posts(texts, perSecond);
    var kernel = kernel();
    long span = posts.size() * 1_000L / perSecond + 1;
    long round = run(kernel, posts, span, 0, cpu).rounds();
    var measured = run(kernel, posts, span, round, cpu);
    return new Speed((double) posts.size() * measured.rounds() / (measured.nanos() / 1e9), trends);
  }

  private record Rounds(long rounds, long nanos) {}

  private static Rounds run(
      Kernel kernel, List<CountedPost> posts, long span, long before, Duration cpu) {
    var clock = ManagementFactory.getThreadMXBean();
    long began = clock.getCurrentThreadCpuTime();
    long rounds = 0;
    long taken = 0;
    while (taken < cpu.toNanos()) {
      long shift = (before + rounds) * span;
      for (var post : posts) {
        kernel.add(
            new CountedPost(
                post.id(),
                post.createdAt().plusMillis(shift),
                post.author(),
                post.content(),
                post.monitors(),
                post.text()));
      }
      rounds++;
      taken = clock.getCurrentThreadCpuTime() - began;
    }
    return new Rounds(rounds, taken);
  }

  private Kernel kernel() {
    return new Kernel(
        new Detector(Buckets.STANDARD, Sensitivity.STANDARD),
        TermExtractor.standard(),
        new Watched("w", "m"),
        trend -> trends++);
  }

  private static List<CountedPost> posts(List<String> texts, int perSecond) {
    var posts = new ArrayList<CountedPost>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      posts.add(
          new CountedPost(
              "x:" + i,
              START.plusMillis(i * 1_000L / perSecond),
              Fingerprint.of("author " + Fingerprint.of("of " + i) % AUTHORS),
              0,
              List.of("m"),
              texts.get(i)));
    }
    return posts;
  }
}
