package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.response.Weekdays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A plan's days.
 *
 * @param last from {@code first} on
 */
record Horizon(LocalDate first, LocalDate last) {

  /** A season more would be a guess; and a plan is one message. */
  static final int MOST_DAYS = 92;

  /** More would not fit into one message. */
  static final int MOST_DAYPART_DAYS = 7;

  /**
   * @throws UnplannableException where it ends before it begins, or is too long
   */
  static Horizon of(PlanTerms terms, LocalDate lastWithFigures) {
    LocalDate first = terms.period().first(lastWithFigures);
    LocalDate last = terms.period().last(first);
    if (last.isBefore(first)) {
      throw new UnplannableException(
          "until", "The plan would begin on %s and end before, on %s.".formatted(first, last));
    }
    int most = terms.grain() == PlanTerms.Grain.DAYPART ? MOST_DAYPART_DAYS : MOST_DAYS;
    var horizon = new Horizon(first, last);
    if (horizon.days() > most) {
      throw new UnplannableException(
          "until",
          "A plan%s covers at most %d days, and these are %d. Plan the first of them now."
              .formatted(most == MOST_DAYPART_DAYS ? " by daypart" : "", most, horizon.days()));
    }
    return horizon;
  }

  int days() {
    return Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1;
  }

  /** Days with one weekday are one slot. */
  List<TimeSlot> byWeekday(Weekdays weekdays) {
    List<TimeSlot> slots = new ArrayList<>();
    datesByWeekday()
        .forEach(
            (weekday, dates) ->
                slots.add(
                    new TimeSlot(
                        weekday,
                        weekdays.on(dates.getFirst()),
                        dates.stream().map(d -> stretch(d, 0, 24)).toList())));
    return slots;
  }

  /** Each day is a slot of its own. */
  List<TimeSlot> byDay(Weekdays weekdays) {
    return first
        .datesUntil(last.plusDays(1))
        .map(d -> new TimeSlot(d.getDayOfWeek(), weekdays.on(d), List.of(stretch(d, 0, 24))))
        .toList();
  }

  /** Days with one weekday are as many slots as a day has parts. */
  List<TimeSlot> byDaypart(Weekdays weekdays, Dayparts dayparts) {
    List<TimeSlot> slots = new ArrayList<>();
    datesByWeekday()
        .forEach(
            (weekday, dates) -> {
              for (int part = 0; part < Dayparts.PARTS; part++) {
                int hour = part * Dayparts.HOURS;
                slots.add(
                    new TimeSlot(
                        weekday,
                        weekdays.on(dates.getFirst()) * dayparts.factors().get(part),
                        dates.stream().map(d -> stretch(d, hour, Dayparts.HOURS)).toList()));
              }
            });
    return slots;
  }

  /** On how many of its days one of the weekdays is. */
  int days(java.util.Set<DayOfWeek> weekdays) {
    return Math.toIntExact(
        first
            .datesUntil(last.plusDays(1))
            .filter(d -> weekdays.contains(d.getDayOfWeek()))
            .count());
  }

  Map<DayOfWeek, List<LocalDate>> datesByWeekday() {
    Map<DayOfWeek, List<LocalDate>> dates = new EnumMap<>(DayOfWeek.class);
    first
        .datesUntil(last.plusDays(1))
        .forEach(d -> dates.computeIfAbsent(d.getDayOfWeek(), _ -> new ArrayList<>()).add(d));
    return dates;
  }

  private static TimeSlot.Stretch stretch(LocalDate day, int hour, int hours) {
    var start = day.atTime(hour, 0);
    return new TimeSlot.Stretch(start, start.plusHours(hours));
  }
}
