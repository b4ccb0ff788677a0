package dev.bellwether.trend.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.Sketch;
import dev.bellwether.trend.detection.TermCount;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportPartsTest {

  @Test
  void aSmallReportGoesWhole() {
    var report = report(List.of(counts(1, 10, 5), counts(2, 10, 5)));
    assertEquals(List.of(report), ReportParts.of(report));
  }

  @Test
  void manyFullBucketsGoAsSeveralReportsThatABrokerTakes() {
    var report = report(IntStream.range(0, 12).mapToObj(b -> counts(b, 500, 64)).toList());

    var parts = ReportParts.of(report);

    assertTrue(parts.size() > 1);
    parts.forEach(part -> assertTrue(bytes(part) < 1_000_000, () -> "bytes: " + bytes(part)));
    assertEquals(
        report.buckets(), parts.stream().flatMap(part -> part.buckets().stream()).toList());
    assertEquals(report.sentThrough(), parts.getLast().sentThrough());
    assertTrue(parts.getLast().idle());
    // a part says that all before its end is sent, and not more
    parts.subList(0, parts.size() - 1).stream()
        .peek(part -> assertTrue(!part.idle()))
        .forEach(part -> assertEquals(part.buckets().getLast().bucket() + 1, part.sentThrough()));
  }

  @Test
  void aBucketThatIsTooLargeByItselfLosesItsWeakestTerms() {
    var large = counts(1, 3_000, 64);

    var parts = ReportParts.of(report(List.of(large)));

    assertEquals(1, parts.size());
    assertTrue(bytes(parts.getFirst()) < 1_000_000);
    var kept = parts.getFirst().buckets().getFirst();
    assertEquals(large.all(), kept.all());
    double least =
        kept.terms().values().stream().mapToDouble(TermCount::voices).min().orElseThrow();
    large.terms().entrySet().stream()
        .filter(term -> !kept.terms().containsKey(term.getKey()))
        .forEach(term -> assertTrue(term.getValue().voices() <= least));
  }

  private static int bytes(PartitionReport report) {
    return PartitionReport.CODEC.serde().serializer().serialize("", report).length;
  }

  private static PartitionReport report(List<BucketCounts> buckets) {
    return new PartitionReport(0, 100, Long.MIN_VALUE, true, buckets);
  }

  private static BucketCounts counts(long bucket, int terms, int mostVoices) {
    var counts = new HashMap<String, TermCount>();
    for (int term = 0; term < terms; term++) {
      counts.put("term number " + term, count(1 + term % mostVoices, term));
    }
    return new BucketCounts(bucket, count(mostVoices, terms), counts);
  }

  private static TermCount count(int mentions, int seed) {
    var sketch = Sketch.of(LongStream.range(0, mentions).map(i -> i * 7_919 + seed).toArray());
    return new TermCount(
        "Term number " + seed,
        mentions,
        sketch,
        sketch,
        sketch,
        List.of("x:2626", "x:2627", "x:2628"));
  }
}
