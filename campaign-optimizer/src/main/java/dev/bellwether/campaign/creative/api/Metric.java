package dev.bellwether.campaign.creative.api;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.kit.problem.ProblemException;
import java.util.Locale;

/** What arms are compared by, for a unit of spend. */
enum Metric {
  CONVERSIONS,
  CLICKS;

  double of(AdPerformance row) {
    return this == CONVERSIONS ? row.conversions() : row.clicks();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws ProblemException 400 that lists the words there are
   */
  static Metric parse(String word) {
    return switch (word) {
      case "conversions" -> CONVERSIONS;
      case "clicks" -> CLICKS;
      default ->
          throw ProblemException.badRequest("metric", "metric must be conversions or clicks.");
    };
  }
}
