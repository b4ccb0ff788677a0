package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.sentiment.summary.Interval;
import dev.bellwether.sentiment.summary.NetSentiment;
import dev.bellwether.sentiment.summary.TargetCounts;
import java.time.Instant;
import java.util.List;

/**
 * What mentions feel about the brands and products that they name.
 *
 * @param monitor null for the whole workspace
 * @param from start of the counted hours, null where not bounded
 * @param to end of them, null where not bounded
 * @param targets the most named first
 */
public record TargetsView(
    @JsonInclude(JsonInclude.Include.ALWAYS) String monitor,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant from,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant to,
    List<Target> targets) {

  /**
   * One brand or product.
   *
   * @param name as the monitor has it, whichever alias was used
   * @param mentions that name it; a mention counts once for each name
   * @param negative how many of them feel so about it
   * @param netSentiment see {@link CountsView}
   * @param netSentimentInterval where it lies with 95 % confidence
   */
  public record Target(
      String name,
      long mentions,
      long negative,
      long neutral,
      long positive,
      double netSentiment,
      Interval netSentimentInterval) {

    static Target of(TargetCounts counts) {
      var labels = counts.labels();
      var net = NetSentiment.of(labels);
      return new Target(
          counts.name(),
          labels.mentions(),
          labels.negative(),
          labels.neutral(),
          labels.positive(),
          net.value(),
          net.interval());
    }
  }
}
