package dev.bellwether.ingest.ads;

import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.kafka.RecordKey;

/**
 * The figures last taken for an identity.
 *
 * @param digest equal exactly when the figures are
 */
record KnownFigures(String digest, String requestKey, int requestRow) {

  static KnownFigures of(AdPerformance figures, String requestKey, int requestRow) {
    String digest =
        RecordKey.of(
                Long.toString(figures.spendMicros()),
                figures.currency(),
                Long.toString(figures.impressions()),
                Long.toString(figures.clicks()),
                Double.toString(figures.conversions()),
                String.valueOf(figures.revenueMicros()))
            .encode();
    return new KnownFigures(digest, requestKey, requestRow);
  }
}
