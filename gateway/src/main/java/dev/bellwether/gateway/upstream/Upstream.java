package dev.bellwether.gateway.upstream;

import java.util.List;

/**
 * A service behind the gateway and what it answers for.
 *
 * <p>The order is the order in which their API documents are merged.
 */
public enum Upstream {
  INGEST(
      "ingest",
      List.of(
          "mentions",
          "monitors",
          "ad-performance",
          "sources",
          "rejections",
          "retention",
          "erasures",
          "authors")),
  SENTIMENT("sentiment", List.of("sentiment", "mentions/{id}/sentiment")),
  TREND(
      "trend",
      List.of("trends", "series", "alert-rules", "alert-channels", "alert-digests", "alerts")),
  OPTIMIZER(
      "optimizer",
      List.of("budget-plans", "response-curves", "spend-suggestions", "creative-tests"));

  private final String label;
  private final List<String> resources;

  Upstream(String label, List<String> resources) {
    this.label = label;
    this.resources = resources;
  }

  /** The name that callers may see, in problems and in health; never an address. */
  public String label() {
    return label;
  }

  /**
   * What belongs to this service below {@code /v1}: a first path segment with all that is below it,
   * or, before the rule of that segment, {@code first/{id}/third} with all that is below.
   */
  public List<String> resources() {
    return resources;
  }
}
