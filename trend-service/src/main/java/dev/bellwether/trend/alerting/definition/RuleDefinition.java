package dev.bellwether.trend.alerting.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.alerting.rule.Grouping;
import dev.bellwether.trend.alerting.rule.Rule;
import dev.bellwether.trend.alerting.rule.RuleKind;
import dev.bellwether.trend.alerting.rule.Sensitivity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as a client sends it, and as the database keeps it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What to be told of, and where")
public record RuleDefinition(
    @Schema(description = "Unique in the workspace, at most 200 characters", required = true)
        String name,
    @Schema(description = "left out: true") Boolean enabled,
    @Schema(
            description =
                "spike, drop, shift, new-topic, topic-back, connector-silent, connector-back, pacing-off; or"
                    + " negative-share alone",
            required = true)
        List<String> kinds,
    @Schema(description = "Ids of monitors, connectors or plans; left out: all")
        List<String> subjects,
    @Schema(description = "What was measured, such as mentions or cpc; left out: all")
        List<String> series,
    @Schema(
            description =
                "Least score: low 0.9, medium 0.75, high whatever is signalled; left out: medium")
        String sensitivity,
    @Schema(
            description =
                "negative-share: the least share, from 0 to 1, needed. Else the least value of a spike, rise or pacing,"
                    + " the greatest of a drop or fall; left out: none")
        Double threshold,
    @Schema(
            description = "Signals that rest on fewer mentions are passed over; left out: 0",
            minimum = "0")
        Long minMentions,
    QuietHoursDefinition quietHours,
    GroupingDefinition grouping,
    @Schema(
            description =
                "After an alert about a subject, how long the rule says no more of it: 0 to 10080; left out: 60",
            minimum = "0",
            maximum = "10080")
        Integer coolDownMinutes,
    @Schema(description = "Ids of channels; left out: alerts are listed only")
        List<String> channels) {

  private static final int LONGEST = 200;
  private static final int MOST_SUBJECTS = 200;
  private static final int MOST_SERIES = 50;
  private static final int MOST_CHANNELS = 20;
  private static final int COOL_DOWN = 60;
  private static final int LONGEST_COOL_DOWN = 7 * 24 * 60;

  public static RuleDefinition of(Rule rule) {
    return new RuleDefinition(
        rule.name(),
        rule.enabled(),
        rule.kinds().stream().sorted().map(RuleKind::label).toList(),
        rule.subjects().stream().sorted().toList(),
        rule.series().stream().sorted().toList(),
        rule.sensitivity().label(),
        rule.threshold(),
        rule.minMentions(),
        rule.quietHours() == null ? null : QuietHoursDefinition.of(rule.quietHours()),
        GroupingDefinition.of(rule.grouping()),
        Math.toIntExact(rule.coolDown().toMinutes()),
        rule.channels());
  }

  /**
   * @throws ProblemException 400 naming the field and the remedy
   */
  public Rule toRule(String id, int version) {
    Set<RuleKind> wanted = toKinds();
    return new Rule(
        id,
        version,
        Field.required("name", name, LONGEST),
        enabled == null || enabled,
        wanted,
        Set.copyOf(Field.texts("subjects", subjects, MOST_SUBJECTS, LONGEST)),
        Set.copyOf(Field.texts("series", series, MOST_SERIES, LONGEST)),
        toSensitivity(),
        toThreshold(wanted),
        toMinMentions(),
        quietHours == null ? null : quietHours.toQuietHours(),
        grouping == null ? Grouping.STANDARD : grouping.toGrouping(),
        Duration.ofMinutes(
            Field.within("coolDownMinutes", coolDownMinutes, 0, LONGEST_COOL_DOWN, COOL_DOWN)),
        Field.texts("channels", channels, MOST_CHANNELS, LONGEST).stream().distinct().toList());
  }

  private Set<RuleKind> toKinds() {
    if (kinds == null || kinds.isEmpty()) {
      throw Field.wrong("kinds", "is empty; give at least one of " + known() + ".");
    }
    var wanted = EnumSet.noneOf(RuleKind.class);
    for (String kind : kinds) {
      wanted.add(
          RuleKind.of(String.valueOf(kind))
              .orElseThrow(() -> Field.wrong("kinds", "may hold " + known() + ".")));
    }
    if (wanted.contains(RuleKind.NEGATIVE_SHARE) && wanted.size() > 1) {
      throw Field.wrong(
          "kinds",
          "holds negative-share and others, which its threshold is not for; make two rules.");
    }
    return wanted;
  }

  private static String known() {
    return Arrays.stream(RuleKind.values()).map(RuleKind::label).collect(Collectors.joining(", "));
  }

  private Sensitivity toSensitivity() {
    return sensitivity == null
        ? Sensitivity.MEDIUM
        : Sensitivity.of(sensitivity)
            .orElseThrow(() -> Field.wrong("sensitivity", "is low, medium or high."));
  }

  private Double toThreshold(Set<RuleKind> wanted) {
    boolean share = wanted.contains(RuleKind.NEGATIVE_SHARE);
    if (threshold == null) {
      if (share) {
        throw Field.wrong("threshold", "is missing; give the least negative share, such as 0.4.");
      }
      return null;
    }
    if (!Double.isFinite(threshold) || (share && (threshold <= 0 || threshold > 1))) {
      throw Field.wrong(
          "threshold", share ? "must lie above 0 and be at most 1." : "must be a finite number.");
    }
    return threshold;
  }

  private long toMinMentions() {
    if (minMentions != null && minMentions < 0) {
      throw Field.wrong("minMentions", "must be 0 or more.");
    }
    return minMentions == null ? 0 : minMentions;
  }
}
