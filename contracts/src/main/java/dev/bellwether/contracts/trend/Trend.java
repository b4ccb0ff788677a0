package dev.bellwether.contracts.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bellwether.contracts.kafka.Versioned;
import java.time.Instant;
import java.util.List;

/**
 * Something that is rising around a monitor. Value of the topic {@code trends}; identity is
 * (workspace, monitor, id).
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written
 * @param workspace whose it is; first part of the key
 * @param monitor the monitor's id
 * @param id stays with the topic for as long as it goes on
 * @param label readable: its strongest terms
 * @param terms strongest first
 * @param startedAt start of the first bucket that stood out (event time)
 * @param detectedAt event time at which it was found: what a person watching could have known
 * @param peakAt start of the bucket with the most mentions so far
 * @param lastSeenAt end of the last bucket that still stood out
 * @param significance how many deviations above its habit the strongest term stood, at the peak
 * @param mentions mentions with one of its terms since it started
 * @param authors distinct authors among them, as far as known
 * @param perHour mentions an hour in the last bucket
 * @param expectedPerHour its habit: what the averages expected of an hour
 * @param state rising until it no longer stands out, then fading, then ended
 * @param sampleMentions ids of a few mentions that carry it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trend(
    int schemaVersion,
    @JsonProperty(required = true) String workspace,
    @JsonProperty(required = true) String monitor,
    @JsonProperty(required = true) String id,
    @JsonProperty(required = true) String label,
    @JsonProperty(required = true) List<String> terms,
    @JsonProperty(required = true) Instant startedAt,
    @JsonProperty(required = true) Instant detectedAt,
    @JsonProperty(required = true) Instant peakAt,
    @JsonProperty(required = true) Instant lastSeenAt,
    double significance,
    long mentions,
    long authors,
    double perHour,
    double expectedPerHour,
    @JsonProperty(required = true) TrendState state,
    List<String> sampleMentions)
    implements Versioned {

  public static final int SCHEMA_VERSION = 1;

  public Trend {
    terms = List.copyOf(terms);
    sampleMentions = sampleMentions == null ? List.of() : List.copyOf(sampleMentions);
  }
}
