package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.sentiment.storage.Grain;
import dev.bellwether.sentiment.summary.Authors;
import dev.bellwether.sentiment.summary.Figures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Counts over time.
 *
 * @param monitor null for the whole workspace
 * @param interval minute, hour, day or total
 * @param from start of the counted minutes or hours, null where not bounded
 * @param to end of them, null where not bounded
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
   * Counts of one minute, one hour or one UTC day.
   *
   * @param start of it
   */
  public record Bucket(Instant start, @JsonUnwrapped CountsView counts) {}

  /**
   * @param authors by the start of each group, {@link Instant#MIN} altogether; null where they are
   *     not counted
   */
  static SentimentView of(
      String monitor,
      Grain grain,
      Period period,
      SortedMap<Instant, Figures> figures,
      Map<Instant, Authors> authors) {
    var total = figures.values().stream().reduce(Figures.NONE, Figures::plus);
    return new SentimentView(
        Parameters.shown(monitor),
        OneOf.word(grain),
        period.from(),
        period.to(),
        CountsView.of(total, of(Instant.MIN, authors)),
        grain == Grain.TOTAL
            ? List.of()
            : figures.entrySet().stream()
                .map(
                    group ->
                        new Bucket(
                            group.getKey(),
                            CountsView.of(group.getValue(), of(group.getKey(), authors))))
                .toList());
  }

  private static Authors of(Instant start, Map<Instant, Authors> authors) {
    return authors == null ? null : authors.getOrDefault(start, Authors.NONE);
  }
}
