package dev.bellwether.trend.topology;

import dev.bellwether.trend.detection.BucketCounts;
import dev.bellwether.trend.detection.TermCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps a report under what a broker takes as one record: one of many buckets goes as several, and
 * a bucket that is too large by itself loses its weakest terms.
 */
final class ReportParts {

  /** A broker's default is 1 MB for a batch. */
  static final int MOST_BYTES = 700 << 10;

  private static final int A_TERM = 64;
  private static final int SKETCHES = 3;
  private static final int SKETCHED = 64;

  private ReportParts() {}

  /** The same as several, of which the last one tells how far it goes, in order. */
  static List<PartitionReport> of(PartitionReport whole) {
    var parts = new ArrayList<PartitionReport>();
    var gathered = new ArrayList<BucketCounts>();
    long bytes = 0;
    for (var bucket : whole.buckets()) {
      var bounded = bounded(bucket);
      long more = bytes(bounded);
      if (!gathered.isEmpty() && bytes + more > MOST_BYTES) {
        parts.add(
            new PartitionReport(
                whole.partition(),
                gathered.getLast().bucket() + 1,
                whole.leaptTo(),
                false,
                gathered));
        gathered.clear();
        bytes = 0;
      }
      gathered.add(bounded);
      bytes += more;
    }
    parts.add(
        new PartitionReport(
            whole.partition(),
            whole.sentThrough(),
            whole.leaptTo(),
            whole.idle(),
            gathered,
            whole.moods(),
            whole.erased()));
    return parts;
  }

  /** The same, or its strongest terms. */
  static BucketCounts bounded(BucketCounts counts) {
    if (bytes(counts) <= MOST_BYTES) {
      return counts;
    }
    var strongest =
        counts.terms().entrySet().stream()
            .sorted(
                Comparator.<Map.Entry<String, TermCount>>comparingDouble(
                        term -> -term.getValue().voices())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    var kept = new LinkedHashMap<String, TermCount>();
    long left = MOST_BYTES - bytes("", counts.all());
    for (var term : strongest) {
      left -= bytes(term.getKey(), term.getValue());
      if (left < 0) {
        break;
      }
      kept.put(term.getKey(), term.getValue());
    }
    return new BucketCounts(counts.bucket(), counts.all(), kept);
  }

  private static long bytes(BucketCounts counts) {
    long bytes = bytes("", counts.all());
    for (var term : counts.terms().entrySet()) {
      bytes += bytes(term.getKey(), term.getValue());
    }
    return bytes;
  }

  /** At most; three bytes a character is the most that it takes. */
  private static long bytes(String name, TermCount count) {
    long characters = name.length() + (long) count.form().length();
    for (var sample : count.samples()) {
      characters += sample.length();
    }
    return A_TERM + 3 * characters + 4L * SKETCHES * Math.min(SKETCHED, count.mentions());
  }
}
