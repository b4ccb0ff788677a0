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
 * @param state where it stands in its life
 * @param sampleMentions ids of a few mentions that carry it
 * @param velocity how many mentions an hour it has gained over the last hour; below zero where it
 *     loses; null before an hour has passed
 * @param scaleMinutes length of the window in which it stood out most, minutes
 * @param mood what the mentions of its last hour feel, as far as they are scored; null where none
 *     is
 * @param outlook how many mentions its next 24 hours are expected to bring; null where it has ended
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
    List<String> sampleMentions,
    Double velocity,
    Integer scaleMinutes,
    Mood mood,
    Outlook outlook)
    implements Versioned {

  public static final int SCHEMA_VERSION = 2;

  public Trend {
    terms = List.copyOf(terms);
    sampleMentions = sampleMentions == null ? List.of() : List.copyOf(sampleMentions);
  }

  /** The same, with other samples. */
  public Trend withSamples(List<String> samples) {
    return new Trend(
        schemaVersion,
        workspace,
        monitor,
        id,
        label,
        terms,
        startedAt,
        detectedAt,
        peakAt,
        lastSeenAt,
        significance,
        mentions,
        authors,
        perHour,
        expectedPerHour,
        state,
        samples,
        velocity,
        scaleMinutes,
        mood,
        outlook);
  }

  /** The same, in another state and at another pace. */
  public Trend withState(TrendState next, double nextPerHour) {
    return new Trend(
        schemaVersion,
        workspace,
        monitor,
        id,
        label,
        terms,
        startedAt,
        detectedAt,
        peakAt,
        lastSeenAt,
        significance,
        mentions,
        authors,
        nextPerHour,
        expectedPerHour,
        next,
        sampleMentions,
        velocity,
        scaleMinutes,
        mood,
        outlook);
  }

  /** The same, with what is known of its mood and its future. */
  public Trend with(Mood nextMood, Outlook nextOutlook) {
    return new Trend(
        schemaVersion,
        workspace,
        monitor,
        id,
        label,
        terms,
        startedAt,
        detectedAt,
        peakAt,
        lastSeenAt,
        significance,
        mentions,
        authors,
        perHour,
        expectedPerHour,
        state,
        sampleMentions,
        velocity,
        scaleMinutes,
        nextMood,
        nextOutlook);
  }

  /**
   * Scored mentions by what they feel; each 0 or more.
   *
   * @param negative mentions
   * @param neutral mentions
   * @param positive mentions
   */
  public record Mood(long negative, long neutral, long positive) {}

  /**
   * Mentions of the 24 hours after {@code madeAt}.
   *
   * @param madeAt end of the last bucket it knows of (event time)
   * @param median as likely too low as too high
   * @param low50 with {@code high50}: half of such forecasts hold the truth
   * @param high50 see {@code low50}
   * @param low90 with {@code high90}: nine in ten such forecasts hold the truth
   * @param high90 see {@code low90}
   */
  public record Outlook(
      @JsonProperty(required = true) Instant madeAt,
      double median,
      double low50,
      double high50,
      double low90,
      double high90) {}
}
