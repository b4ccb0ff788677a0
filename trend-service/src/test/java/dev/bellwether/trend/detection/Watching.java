package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a detector says of posts in their order; the trends as they stood last, and all that was
 * said of them.
 */
record Watching(Map<String, Trend> trends, List<Trend> history) {

  static final TermExtractor EXTRACTOR = TermExtractor.standard();

  static final Detector DETECTOR =
      new Detector(new Buckets(Duration.ofMinutes(5)), Sensitivity.STANDARD);

  static Watching of(List<CountedPost> posts) {
    return of(DETECTOR, posts);
  }

  static Watching of(Detector detector, List<CountedPost> posts) {
    var watched = new Watched("w", "m");
    var history = new ArrayList<Trend>();
    var counts = new TreeMap<Long, BucketCounts>();
    posts.stream()
        .collect(Collectors.groupingBy(post -> detector.buckets().of(post.createdAt())))
        .forEach((bucket, some) -> counts.put(bucket, BucketCounts.of(EXTRACTOR, bucket, some)));
    var memory = MonitorMemory.before(counts.firstKey());
    for (long bucket : counts.keySet()) {
      var hour =
          List.copyOf(
              counts
                  .subMap(bucket - detector.buckets().inAnHour() + 1, true, bucket, true)
                  .values());
      var passed = detector.pass(watched, memory, bucket);
      history.addAll(passed.changed());
      var step = detector.close(watched, passed.memory(), hour);
      history.addAll(step.changed());
      memory = step.memory();
    }
    var trends = new LinkedHashMap<String, Trend>();
    history.forEach(trend -> trends.put(trend.id(), trend));
    return new Watching(trends, List.copyOf(history));
  }
}
