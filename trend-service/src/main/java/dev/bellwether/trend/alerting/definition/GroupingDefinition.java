package dev.bellwether.trend.alerting.definition;

import dev.bellwether.trend.alerting.rule.Grouping;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** See {@link Grouping}. */
@RegisterForReflection
@Schema(description = "Which signals become one alert")
public record GroupingDefinition(
    @Schema(description = "subject, kind or all; left out: subject") String by,
    @Schema(
            description = "How long the first signal waits for others, 0 to 1440; left out: 1",
            minimum = "0",
            maximum = "1440")
        Integer windowMinutes) {

  private static final int LONGEST = 1_440;

  static GroupingDefinition of(Grouping grouping) {
    return new GroupingDefinition(
        grouping.by().label(), Math.toIntExact(grouping.window().toMinutes()));
  }

  Grouping toGrouping() {
    var alike =
        by == null
            ? Grouping.STANDARD.by()
            : Grouping.By.of(by)
                .orElseThrow(() -> Field.wrong("grouping.by", "is subject, kind or all."));
    int standard = Math.toIntExact(Grouping.STANDARD.window().toMinutes());
    return new Grouping(
        alike,
        Duration.ofMinutes(
            Field.within("grouping.windowMinutes", windowMinutes, 0, LONGEST, standard)));
  }
}
