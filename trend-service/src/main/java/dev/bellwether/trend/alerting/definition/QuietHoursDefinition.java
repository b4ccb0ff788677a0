package dev.bellwether.trend.alerting.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.trend.alerting.rule.QuietHours;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** See {@link QuietHours}. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "When the rule does not speak, by the clock at delivery")
public record QuietHoursDefinition(
    @Schema(description = "IANA time zone", examples = "Europe/Vienna") String zone,
    @Schema(description = "On which a stretch begins, such as monday; left out: every day")
        List<String> days,
    @Schema(description = "Local time at which it begins", examples = "22:00") String from,
    @Schema(
            description = "Local time at which it ends, on the next day where it is not later",
            examples = "07:00")
        String to,
    @Schema(description = "hold (deliver when it ends) or drop; left out: hold") String behaviour) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  static QuietHoursDefinition of(QuietHours quiet) {
    return new QuietHoursDefinition(
        quiet.zone().getId(),
        quiet.days().stream().sorted().map(QuietHoursDefinition::label).toList(),
        TIME.format(quiet.from()),
        TIME.format(quiet.to()),
        quiet.behaviour().name().toLowerCase(Locale.ROOT));
  }

  QuietHours toQuietHours() {
    LocalTime begins = time("quietHours.from", from);
    LocalTime ends = time("quietHours.to", to);
    Set<DayOfWeek> on = toDays();
    if (on.size() == DayOfWeek.values().length && begins.equals(ends)) {
      throw Field.wrong(
          "quietHours.to",
          "equals from on every day, which is always; set enabled to false instead.");
    }
    return new QuietHours(toZone(), on, begins, ends, toBehaviour());
  }

  private ZoneId toZone() {
    String name = Field.required("quietHours.zone", zone, 100);
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Field.wrong(
          "quietHours.zone", "must be an IANA time zone such as Europe/Vienna or UTC.");
    }
  }

  private Set<DayOfWeek> toDays() {
    if (days == null || days.isEmpty()) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    var found = EnumSet.noneOf(DayOfWeek.class);
    for (String day : days) {
      found.add(
          Arrays.stream(DayOfWeek.values())
              .filter(known -> label(known).equals(day))
              .findFirst()
              .orElseThrow(() -> Field.wrong("quietHours.days", "may hold monday to sunday.")));
    }
    return found;
  }

  private QuietHours.Behaviour toBehaviour() {
    return switch (behaviour == null ? "hold" : behaviour) {
      case "hold" -> QuietHours.Behaviour.HOLD;
      case "drop" -> QuietHours.Behaviour.DROP;
      default -> throw Field.wrong("quietHours.behaviour", "is hold or drop.");
    };
  }

  private static LocalTime time(String field, String text) {
    try {
      if (text != null) {
        return LocalTime.parse(text, TIME);
      }
    } catch (DateTimeException e) {
      throw Field.wrong(field, "must be a time of the day such as 22:00.");
    }
    throw Field.wrong(field, "is missing; give a time of the day such as 22:00.");
  }

  private static String label(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
