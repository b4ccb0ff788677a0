package dev.bellwether.trend.alerting.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.definition.GroupingDefinition;
import dev.bellwether.trend.alerting.definition.QuietHoursDefinition;
import dev.bellwether.trend.alerting.definition.RuleDefinition;
import dev.bellwether.trend.alerting.rule.Rule;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule as it is answered: every field says what applies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AlertRule", description = "What to be told of, and where")
public record RuleView(
    String id,
    @Schema(description = "One more with each change; also the ETag") int version,
    String name,
    boolean enabled,
    List<String> kinds,
    List<String> subjects,
    List<String> series,
    String sensitivity,
    Double threshold,
    long minMentions,
    QuietHoursDefinition quietHours,
    GroupingDefinition grouping,
    int coolDownMinutes,
    List<String> channels) {

  static RuleView of(Rule rule) {
    var said = RuleDefinition.of(rule);
    return new RuleView(
        rule.id(),
        rule.version(),
        said.name(),
        said.enabled(),
        said.kinds(),
        said.subjects(),
        said.series(),
        said.sensitivity(),
        said.threshold(),
        said.minMentions(),
        said.quietHours(),
        said.grouping(),
        said.coolDownMinutes(),
        said.channels());
  }
}
