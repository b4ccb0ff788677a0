package dev.bellwether.trend.alerting.rule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * When a rule does not speak, by the clock on the wall of its zone.
 *
 * <p>Each of the days begins one quiet stretch, at {@code from}; it ends at {@code to}, on the next
 * day where that is not later. Where a clock change takes {@code from} or {@code to} out of the
 * day, the moment of the change stands in; where it brings one twice, the stretch begins at the
 * first and ends at the last: nobody is woken in an hour that comes twice.
 *
 * @param days on which a stretch begins; at least one
 * @param to equal to {@code from}: a whole day
 */
public record QuietHours(
    ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to, Behaviour behaviour) {

  /** What becomes of an alert that is due in a quiet hour. */
  public enum Behaviour {
    /** It is delivered when the quiet ends. */
    HOLD,
    /** It is kept, and never delivered. */
    DROP
  }

  public QuietHours {
    if (days.isEmpty()) {
      throw new IllegalArgumentException("quiet hours have a day");
    }
    days = Set.copyOf(EnumSet.copyOf(days));
    if (days.size() == DayOfWeek.values().length && from.equals(to)) {
      throw new IllegalArgumentException("quiet hours leave some time");
    }
  }

  public boolean cover(Instant moment) {
    return endOfStretch(moment).isPresent();
  }

  /**
   * When the quiet in which {@code moment} lies is over, stretches that touch being one; empty
   * where it lies in none. The moment itself is no longer quiet.
   */
  public Optional<Instant> endAfter(Instant moment) {
    Optional<Instant> end = endOfStretch(moment);
    // Each round is a later day's stretch, and some hour of the week is free; a week and the two
    // ends of it bound the search all the same.
    for (int days = 0; end.isPresent() && days < 9; days++) {
      Optional<Instant> next = endOfStretch(end.get());
      if (next.isEmpty()) {
        break;
      }
      end = next;
    }
    return end;
  }

  private Optional<Instant> endOfStretch(Instant moment) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    Instant latest = null;
    // A stretch lasts a day at most; a clock change may put a date line into it
    for (LocalDate day = today.minusDays(2);
        !day.isAfter(today.plusDays(1));
        day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        Instant end = end(day);
        if (!moment.isBefore(start(day))
            && moment.isBefore(end)
            && (latest == null || end.isAfter(latest))) {
          latest = end;
        }
      }
    }
    return Optional.ofNullable(latest);
  }

  Instant start(LocalDate day) {
    LocalDateTime local = day.atTime(from);
    return inGap(local)
        .orElseGet(() -> local.atZone(zone).withEarlierOffsetAtOverlap().toInstant());
  }

  Instant end(LocalDate day) {
    LocalDateTime local = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    return inGap(local).orElseGet(() -> local.atZone(zone).withLaterOffsetAtOverlap().toInstant());
  }

  private Optional<Instant> inGap(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap() ? Optional.of(change.getInstant()) : Optional.empty();
  }
}
