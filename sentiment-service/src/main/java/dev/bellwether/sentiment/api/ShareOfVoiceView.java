package dev.bellwether.sentiment.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.bellwether.sentiment.summary.Interval;
import dev.bellwether.sentiment.summary.ShareOfVoice;
import java.time.Instant;
import java.util.List;

/**
 * How much of what is said is said about each of some monitors.
 *
 * @param by mentions, authors or interactions
 * @param interval hour, day or total
 * @param from start of the counted hours, null where not bounded
 * @param to end of them, null where not bounded
 * @param buckets ascending; without those in which nothing happened; none for {@code total}
 */
public record ShareOfVoiceView(
    String by,
    String interval,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant from,
    @JsonInclude(JsonInclude.Include.NON_NULL) Instant to,
    Shares total,
    List<Bucket> buckets) {

  /**
   * Shares of one hour or one UTC day.
   *
   * @param start of it
   */
  public record Bucket(Instant start, @JsonUnwrapped Shares shares) {}

  /**
   * What is divided, and how.
   *
   * @param count all monitors' counts together: what belongs to two of them counts twice
   * @param shares in the order of the parameter monitors
   */
  public record Shares(long count, List<Share> shares) {

    static Shares of(ShareOfVoice voices) {
      return new Shares(
          voices.voices(),
          voices.shares().stream()
              .map(
                  share ->
                      new Share(share.monitor(), share.voices(), share.percent(), share.interval()))
              .toList());
    }
  }

  /**
   * One monitor's share.
   *
   * @param count its mentions, authors or interactions
   * @param share from 0 to 100, those of all monitors together 100; null where nothing was counted
   * @param shareInterval where it lies with 95 % confidence; null for interactions
   */
  public record Share(
      String monitor,
      long count,
      @JsonInclude(JsonInclude.Include.ALWAYS) Double share,
      @JsonInclude(JsonInclude.Include.ALWAYS) Interval shareInterval) {}
}
