package dev.bellwether.trend.alerting.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.alerting.digest.Cadence;
import dev.bellwether.trend.alerting.digest.Digest;
import dev.bellwether.trend.alerting.digest.DigestTimes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A digest as a client sends it, and as the database keeps it. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What happened, once a day or a week")
public record DigestDefinition(
    @Schema(description = "Unique in the workspace, at most 200 characters", required = true)
        String name,
    @Schema(description = "left out: true") Boolean enabled,
    @Schema(description = "daily or weekly", required = true) String schedule,
    @Schema(description = "Of a weekly one, such as monday, which is the default") String day,
    @Schema(description = "Local time of the day; left out: 08:00", examples = "08:00") String time,
    @Schema(description = "IANA time zone", examples = "Europe/Vienna", required = true)
        String zone,
    @Schema(description = "Ids of channels, 1 to 20", required = true) List<String> channels,
    @Schema(description = "Ids of monitors; left out: all") List<String> monitors) {

  private static final int LONGEST = 200;
  private static final int MOST_CHANNELS = 20;
  private static final int MOST_MONITORS = 200;
  private static final LocalTime EIGHT = LocalTime.of(8, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  public static DigestDefinition of(Digest digest) {
    DigestTimes times = digest.times();
    return new DigestDefinition(
        digest.name(),
        digest.enabled(),
        digest.schedule().label(),
        times.day() == null ? null : label(times.day()),
        TIME.format(times.time()),
        times.zone().getId(),
        digest.channels(),
        digest.monitors());
  }

  /**
   * @throws ProblemException 400 naming the field and the remedy
   */
  public Digest toDigest(String id, int version) {
    Cadence cadence =
        Cadence.of(String.valueOf(schedule))
            .orElseThrow(() -> Field.wrong("schedule", "is daily or weekly."));
    List<String> to =
        Field.texts("channels", channels, MOST_CHANNELS, LONGEST).stream().distinct().toList();
    if (to.isEmpty()) {
      throw Field.wrong("channels", "is empty; give the id of at least one channel.");
    }
    return new Digest(
        id,
        version,
        Field.required("name", name, LONGEST),
        enabled == null || enabled,
        cadence,
        new DigestTimes(toZone(), toDay(cadence), toTime()),
        to,
        Field.texts("monitors", monitors, MOST_MONITORS, LONGEST).stream().distinct().toList());
  }

  private ZoneId toZone() {
    String text = Field.required("zone", zone, LONGEST);
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw Field.wrong("zone", "must be an IANA time zone such as Europe/Vienna or UTC.");
    }
  }

  private DayOfWeek toDay(Cadence cadence) {
    if (cadence == Cadence.DAILY) {
      if (day != null) {
        throw Field.wrong("day", "is of weekly digests only; leave it out.");
      }
      return null;
    }
    if (day == null) {
      return DayOfWeek.MONDAY;
    }
    return Stream.of(DayOfWeek.values())
        .filter(known -> label(known).equals(day))
        .findFirst()
        .orElseThrow(() -> Field.wrong("day", "is one of monday to sunday."));
  }

  private LocalTime toTime() {
    if (time == null) {
      return EIGHT;
    }
    try {
      return LocalTime.parse(time, TIME);
    } catch (DateTimeException e) {
      throw Field.wrong("time", "must be a time of the day such as 08:00.");
    }
  }

  private static String label(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }
}
