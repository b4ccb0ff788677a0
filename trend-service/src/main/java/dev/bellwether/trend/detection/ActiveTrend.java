package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;

/**
 * A trend that goes on.
 *
 * @param peakMentions mentions in its strongest bucket so far
 */
public record ActiveTrend(Trend trend, long peakMentions) {

  /**
   * The trend without a post among its samples; the same where it was none of them.
   *
   * @param post fingerprint of its id
   */
  public static Trend without(Trend trend, long post) {
    var others = trend.sampleMentions().stream().filter(id -> Fingerprint.of(id) != post).toList();
    return others.size() == trend.sampleMentions().size() ? trend : trend.withSamples(others);
  }
}
