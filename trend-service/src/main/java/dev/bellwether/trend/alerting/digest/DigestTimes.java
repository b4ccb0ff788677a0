package dev.bellwether.trend.alerting.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a digest is due: once on each local day, or on one day of each week, at a time of the clock
 * on the wall. Where a clock change takes that time out of the day, the moment of the change stands
 * in; where it brings it twice, the first counts.
 *
 * @param day of a weekly one; null of a daily one
 */
public record DigestTimes(ZoneId zone, DayOfWeek day, LocalTime time) {

  /** Half-open; its end is when the digest is due. */
  public record Period(Instant from, Instant to) {}

  /** The first time that lies after {@code moment}. */
  public Instant after(Instant moment) {
    LocalDate date = moment.atZone(zone).toLocalDate();
    // a change of the clock, or of the date line, may move a day's moment over midnight
    for (LocalDate on = firstOnOrAfter(date.minusDays(2)); ; on = following(on)) {
      Instant due = on(on);
      if (due.isAfter(moment)) {
        return due;
      }
    }
  }

  /** The last time that does not lie after {@code moment}. */
  public Instant atOrBefore(Instant moment) {
    LocalDate date = moment.atZone(zone).toLocalDate();
    Instant last = on(firstOnOrAfter(date.minusDays(10)));
    for (Instant next = after(last); !next.isAfter(moment); next = after(next)) {
      last = next;
    }
    return last;
  }

  /** What a digest that is due at {@code due} tells of: the time since the one before it. */
  public Period until(Instant due) {
    return new Period(atOrBefore(due.minusNanos(1)), due);
  }

  private LocalDate firstOnOrAfter(LocalDate date) {
    return day == null ? date : date.with(TemporalAdjusters.nextOrSame(day));
  }

  private LocalDate following(LocalDate date) {
    return day == null ? date.plusDays(1) : date.plusWeeks(1);
  }

  private Instant on(LocalDate date) {
    LocalDateTime local = date.atTime(time);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
