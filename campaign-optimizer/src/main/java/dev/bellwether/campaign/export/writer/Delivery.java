package dev.bellwether.campaign.export.writer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of an order.
 *
 * @param lines one for each ad set of the plan
 */
public record Delivery(List<Line> lines) {

  public Delivery {
    lines = List.copyOf(lines);
  }

  /** What became of a line. */
  public enum Result {
    @JsonProperty("written")
    WRITTEN,
    /** It was so before. */
    @JsonProperty("unchanged")
    UNCHANGED,
    @JsonProperty("refused")
    REFUSED
  }

  /**
   * @param dayMicros what it was to have, in millionths of the plan's currency
   * @param reason why it was refused; null where it was not
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(String campaign, String adSet, long dayMicros, Result result, String reason) {}

  /** How many lines ended so. */
  public long count(Result result) {
    return lines.stream().filter(line -> line.result() == result).count();
  }
}
