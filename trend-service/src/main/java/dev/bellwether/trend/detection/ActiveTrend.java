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
    return others.size() == trend.sampleMentions().size()
        ? trend
        : new Trend(
            trend.schemaVersion(),
            trend.workspace(),
            trend.monitor(),
            trend.id(),
            trend.label(),
            trend.terms(),
            trend.startedAt(),
            trend.detectedAt(),
            trend.peakAt(),
            trend.lastSeenAt(),
            trend.significance(),
            trend.mentions(),
            trend.authors(),
            trend.perHour(),
            trend.expectedPerHour(),
            trend.state(),
            others);
  }
}
