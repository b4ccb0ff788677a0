package dev.bellwether.trend.measure.throughput;

import dev.bellwether.trend.detection.Buckets;
import dev.bellwether.trend.detection.CountedPost;
import dev.bellwether.trend.detection.Detector;
import dev.bellwether.trend.detection.Fingerprint;
import dev.bellwether.trend.detection.Kernel;
import dev.bellwether.trend.detection.Sensitivity;
import dev.bellwether.trend.detection.TermExtractor;
import dev.bellwether.trend.detection.Watched;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the state of a monitor comes to when so many different terms were said, no two posts having
 * one in common: as a trickle of 500 a bucket, and as a flood within one bucket.
 *
 * @param seen different terms
 * @param remembered terms of which a habit is known after the trickle
 * @param memoryBytes what that takes
 * @param openAtMost terms counted at a time in the flood
 * @param heapBytes that the kernel held after both, by the heap in use with and without it
 */
record Growth(long seen, long remembered, long memoryBytes, long openAtMost, long heapBytes) {

  /** A post of four words: those and their six pairs. */
  private static final int WORDS = 4;

  private static final int TERMS = 10;

  private static final long TRICKLE_MILLIS = 6_000;

  static Growth measure(long terms) {
    long before = heap();
    var kernel =
        new Kernel(
            new Detector(Buckets.STANDARD, Sensitivity.STANDARD),
            TermExtractor.standard(),
            new Watched("w", "m"),
            trend -> {});
    long posts = terms / TERMS;
    for (long post = 0; post < posts; post++) {
      kernel.add(post(post, post * TRICKLE_MILLIS));
    }
    kernel.close();
    var memory = kernel.memory().terms();
    long openAtMost = 0;
    for (long post = posts; post < 2 * posts; post++) {
      kernel.add(post(post, (posts + 1_000) * TRICKLE_MILLIS));
      openAtMost = Math.max(openAtMost, kernel.openTerms());
    }
    kernel.close();
    long after = heap();
    return new Growth(
        terms,
        memory.size(),
        memory.bytes(),
        openAtMost,
        kernel.memory() == null ? 0 : Math.max(0, after - before));
  }

  private static CountedPost post(long number, long millis) {
    return new CountedPost(
        "x:" + number,
        Stopwatch.START.plusMillis(millis),
        Fingerprint.of("author " + number),
        0,
        List.of("m"),
        Chatter.novel(number, WORDS));
  }

  double rememberedBytesPerTerm() {
    return (double) memoryBytes / remembered;
  }

  Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("terms", seen);
    fields.put("remembered", remembered);
    fields.put("memoryBytes", memoryBytes);
    fields.put("openAtMost", openAtMost);
    fields.put("heapBytes", heapBytes);
    return fields;
  }

  private static long heap() {
    var runtime = Runtime.getRuntime();
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
    }
    return used;
  }
}
