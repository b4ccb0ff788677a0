package dev.bellwether.contracts.ads;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.kafka.Versioned;

/**
 * Figures of one ad, or ad set, over one window. Value of the topic {@code ad-performance}; a later
 * row with the same {@link #key() key} restates the earlier one and replaces it.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param account the ad account's id at its platform
 * @param campaign the campaign's id or name
 * @param adSet the unit that holds a budget
 * @param ad null where the figures are of the whole ad set
 * @param segment whom it was shown to; absent or empty where the figures are of everybody
 * @param window the time the figures are of
 * @param spendMicros zero or more, millionths of {@code currency}
 * @param currency ISO 4217
 * @param impressions zero or more
 * @param clicks zero or more
 * @param conversions zero or more; platforms report fractions where credit is shared
 * @param revenueMicros zero or more, millionths of {@code currency}; null where the platform does
 *     not know it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdPerformance(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String account,
    @JsonProperty(required = true) String campaign,
    @JsonProperty(required = true) String adSet,
    String ad,
    Segment segment,
    @JsonProperty(required = true) AdWindow window,
    long spendMicros,
    @JsonProperty(required = true) String currency,
    long impressions,
    long clicks,
    double conversions,
    Long revenueMicros)
    implements Versioned {

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
