package dev.bellwether.contracts.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.contracts.kafka.RecordKey;

/**
 * Figures of one ad, or ad set, over one window. Value of the topic {@code ad-performance}; a later
 * row with the same {@link #key()} restates the earlier one and replaces it.
 *
 * @param adSet the unit that holds a budget
 * @param ad null where the figures are of the whole ad set
 * @param spendMicros zero or more, millionths of {@code currency}
 * @param currency ISO 4217
 * @param conversions zero or more; platforms report fractions where credit is shared
 * @param revenueMicros null where the platform does not know it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdPerformance(
    int schemaVersion,
    String workspace,
    String account,
    String campaign,
    String adSet,
    String ad,
    Segment segment,
    AdWindow window,
    long spendMicros,
    String currency,
    long impressions,
    long clicks,
    double conversions,
    Long revenueMicros) {

  public static final int SCHEMA_VERSION = 1;

  public AdPerformance {
    segment = segment == null ? Segment.NONE : segment;
  }

  /** The row's whole identity. */
  public RecordKey key() {
    return RecordKey.of(
        workspace,
        account,
        campaign,
        adSet,
        ad == null ? "" : ad,
        segment.canonical(),
        window.start().toString(),
        window.end().toString(),
        window.timeZone());
  }
}
