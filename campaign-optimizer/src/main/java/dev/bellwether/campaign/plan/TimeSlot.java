package dev.bellwether.campaign.plan;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Stretches of a plan's time in which the same spend brings the same: all its Mondays, or the
 * mornings of them. On a concave curve their best split is the even one, so they are one slot.
 *
 * @param factor what a spend brings in units of the mean, above zero
 * @param stretches one or more, equally long, in order of time
 */
record TimeSlot(DayOfWeek weekday, double factor, List<Stretch> stretches) {

  private static final double DAY_HOURS = 24;

  TimeSlot {
    stretches = List.copyOf(stretches);
  }

  /** Local time, the end exclusive. */
  record Stretch(LocalDateTime start, LocalDateTime end) {

    int hours() {
      return Math.toIntExact(java.time.Duration.between(start, end).toHours());
    }
  }

  /** How many days it is long, all its stretches together. */
  double days() {
    return stretches.size() * stretches.getFirst().hours() / DAY_HOURS;
  }
}
