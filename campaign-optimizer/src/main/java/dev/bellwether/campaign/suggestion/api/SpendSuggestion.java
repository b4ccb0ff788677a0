package dev.bellwether.campaign.suggestion.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.campaign.suggestion.AdLine;
import dev.bellwether.campaign.suggestion.Evidence;
import dev.bellwether.campaign.suggestion.ShareInterval;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.contracts.ads.Segment;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A suggestion as the API tells it.
 *
 * @param until when it lapses unless more is heard (event time)
 * @param keep share of its spend that a paused or lowered line keeps; left out for the others
 * @param shift share of the account's day that is to move to the lines; left out for the others
 * @param plan id of the plan that was made of it; left out where none was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SpendSuggestion")
public record SpendSuggestion(
    String id,
    String account,
    String monitor,
    @Schema(enumeration = {"pause", "lower", "shift", "resume"}) String kind,
    @Schema(enumeration = {"open", "accepted", "dismissed", "lapsed"}) String state,
    Instant openedAt,
    Instant seenUntil,
    Instant until,
    String reason,
    Double keep,
    Double shift,
    Why evidence,
    List<Line> lines,
    String plan,
    List<Change> changes) {

  /**
   * The figures it rests on.
   *
   * @param since when it began (event time)
   * @param negativeShare of the scored mentions of the last hour, with its 90 % interval
   * @param habit what the share usually is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SpendSuggestionEvidence")
  public record Why(
      Instant since,
      ShareInterval negativeShare,
      Double habit,
      String trend,
      String label,
      List<String> terms,
      Double mentionsPerHour,
      Double expectedPerHour,
      Evidence.Outlook next24Hours) {}

  /**
   * An ad set it is about.
   *
   * @param todayMicros mean daily spend when it was suggested or, once accepted, when it was
   *     accepted; millionths of the account's currency
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SpendSuggestionLine")
  public record Line(String campaign, String adSet, Segment segment, long todayMicros) {}

  /** That a state began: who, when, why. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "SpendSuggestionChange")
  public record Change(String state, Instant at, String by, String note, String plan) {}

  static SpendSuggestion of(Suggestion suggestion) {
    var advice = suggestion.advice();
    return new SpendSuggestion(
        suggestion.id(),
        suggestion.account(),
        suggestion.monitor(),
        advice.kind().wireName(),
        suggestion.state().wireName(),
        suggestion.openedAt(),
        advice.at(),
        advice.until(),
        advice.reason(),
        advice.keep(),
        advice.shift(),
        why(advice.evidence()),
        advice.lines().stream().map(SpendSuggestion::line).toList(),
        suggestion.changes().getLast().plan(),
        suggestion.changes().stream()
            .map(c -> new Change(c.state().wireName(), c.at(), c.by(), c.note(), c.plan()))
            .toList());
  }

  private static Why why(Evidence evidence) {
    return new Why(
        evidence.since(),
        evidence.negative(),
        evidence.habit(),
        evidence.trend(),
        evidence.label(),
        evidence.terms().isEmpty() ? null : evidence.terms(),
        evidence.perHour(),
        evidence.expectedPerHour(),
        evidence.outlook());
  }

  private static Line line(AdLine line) {
    return new Line(line.campaign(), line.adSet(), line.segment(), line.todayMicros());
  }
}
