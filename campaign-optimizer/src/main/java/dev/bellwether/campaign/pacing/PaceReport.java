package dev.bellwether.campaign.pacing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How a plan's spend stands on a day, and what is proposed. Amounts are millionths of {@code
 * currency}.
 *
 * @param timeZone the account's; null where no figures tell
 * @param until what was spent before is counted; null where nothing of the day is known yet
 * @param shareByNow of the day's amount that should be spent by {@code until}, from 0 to 1; null
 *     where nothing is known
 * @param period the plan's other days; null where it is for one
 * @param notes for people: what the figures can and cannot say
 */
public record PaceReport(
    String plan,
    LocalDate day,
    String currency,
    String timeZone,
    Instant until,
    Double shareByNow,
    Pace all,
    List<LinePace> lines,
    Period period,
    List<String> notes) {

  public PaceReport {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * @param plannedMicros for the day
   * @param spentMicros by {@code until}
   * @param projected by the day's end; null where nothing can be said
   * @param leftMicros what the day's amount still allows; 0 or more
   */
  public record Pace(long plannedMicros, long spentMicros, Projection projected, long leftMicros) {}

  /**
   * @param otherDays null where the plan is for one day
   */
  public record LinePace(
      String campaign, String adSet, Pace today, Proposal proposal, OtherDays otherDays) {}

  /**
   * What a person may do about a line; nothing is done by itself.
   *
   * @param action {@code none}, {@code lower} (spend no more than {@code restMicros} in what is
   *     left of the day) or {@code pause} (until tomorrow)
   * @param restMicros what is left to spend today; null where nothing is proposed
   * @param ofPresentPace by which the present pace would have to be multiplied, from 0 to 1; null
   *     where nothing is proposed
   */
  public record Proposal(String action, Long restMicros, Double ofPresentPace, String reason) {

    public static final String NONE = "none";
    public static final String LOWER = "lower";
    public static final String PAUSE = "pause";
  }

  /**
   * @param earlierPlannedMicros on the plan's days before this one
   * @param earlierSpentMicros on the same days
   * @param comingPlannedMicros on the plan's days after this one
   * @param comingLeftMicros what the plan's whole amount leaves for them, this day counted as it is
   *     projected; 0 or more
   */
  public record OtherDays(
      long earlierPlannedMicros,
      long earlierSpentMicros,
      long comingPlannedMicros,
      long comingLeftMicros) {}

  /**
   * @param comingDays how many days of the plan follow
   * @param message for people
   */
  public record Period(
      LocalDate first, LocalDate last, int comingDays, OtherDays otherDays, String message) {}
}
