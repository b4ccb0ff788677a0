package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;

/**
 * Counts over time.
 *
 * @param monitor null for the whole workspace
 * @param interval hour, day or total
 * @param from start of the counted hours, null where not bounded
 * @param to end of the counted hours, null where not bounded
 * @param buckets ascending; without those in which nothing happened; none for {@code total}
 */
public record SentimentView(
    @JsonInclude(JsonInclude.Include.ALWAYS) String monitor,
    String interval,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant from,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant to,
    CountsView total,
    List<Bucket> buckets) {

  /**
   * Counts of one hour or one UTC day.
   *
   * @param start of the hour or day
   */
  public record Bucket(Instant start, @JsonUnwrapped CountsView counts) {

    static List<Bucket> of(SortedMap<Instant, SentimentCounts> counts) {
      return counts.entrySet().stream()
          .map(entry -> new Bucket(entry.getKey(), CountsView.of(entry.getValue())))
          .toList();
    }
  }
}
