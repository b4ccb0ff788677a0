package dev.bellwether.campaign.plan;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * Between which amounts a line may spend, and who says so. Micros.
 *
 * @param dayLow of each day it runs
 * @param dayHigh of each day it runs
 * @param periodLow of all days together
 * @param periodHigh of all days together
 * @param low who set the lower end
 * @param high who set the upper end
 * @param change largest share from one day to the next; null for any
 * @param weekdays on which it may run
 */
record LineLimits(
    long dayLow,
    long dayHigh,
    long periodLow,
    long periodHigh,
    Owner low,
    Owner high,
    Double change,
    Set<DayOfWeek> weekdays) {

  /** Who set a bound. */
  enum Owner {
    /** The planner's own care: not too far from what is known. */
    CARE,
    /** A minimum or maximum of the request. */
    RULE,
    /** A fixed amount of the request. */
    FIXED,
    /** The request paused it. */
    PAUSED,
    /** It spends nothing at present, and nobody starts it. */
    IDLE,
    /** None of its weekdays is in the plan. */
    CALENDAR,
    /** How far it may move in a day. */
    CHANGE,
    /** A share that is spent to learn. */
    EXPLORATION
  }

  static LineLimits closed(Owner why, Set<DayOfWeek> weekdays) {
    return new LineLimits(0, 0, 0, 0, why, why, null, weekdays);
  }

  boolean isClosed() {
    return periodHigh == 0;
  }

  /** Without the planner's own least share. */
  LineLimits withoutCare() {
    return low == Owner.CARE
        ? new LineLimits(0, dayHigh, 0, periodHigh, low, high, change, weekdays)
        : this;
  }

  LineLimits withFloor(long micros) {
    return micros > periodLow
        ? new LineLimits(
            dayLow, dayHigh, micros, periodHigh, Owner.EXPLORATION, high, change, weekdays)
        : this;
  }
}
