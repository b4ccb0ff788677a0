package dev.bellwether.campaign.plan;

import java.util.List;
import java.util.function.LongPredicate;

/** How far lines may go from day to day, and what that leaves for the days to come. */
final class ChangeSteps {

  private final FittedAccount account;
  private final List<TimeSlot> slots;
  private final List<LineLimits> limits;
  private final long[] last;
  private final long[] spent;

  ChangeSteps(FittedAccount account, List<TimeSlot> slots, List<LineLimits> limits) {
    this.account = account;
    this.slots = slots;
    this.limits = limits;
    this.last =
        account.history().adSets().stream().mapToLong(AccountHistory.AdSet::todayMicros).toArray();
    this.spent = new long[account.size()];
  }

  /** What the line spent on the last day it ran. */
  long last(int i) {
    return last[i];
  }

  /** What the line has spent on the days before. */
  long spent(int i) {
    return spent[i];
  }

  /** The line spends this on that day. */
  void take(int i, int d, long micros) {
    spent[i] += micros;
    if (runs(i, d)) {
      last[i] = micros;
    }
  }

  /** What the line may spend that day, so that its own bounds of the period can still be kept. */
  void range(int i, int d, long[] low, long[] high) {
    low[i] = dayLeast(i, last[i]);
    high[i] = Math.max(low[i], dayMost(i, last[i]));
    LineLimits limit = limits.get(i);
    long most = limit.periodHigh() - spent[i];
    long least = limit.periodLow() - spent[i];
    long lowest = low[i];
    long highest = high[i];
    if (lowest + after(i, d, lowest, true) < least) {
      low[i] = first(lowest, highest, x -> x + after(i, d, x, true) >= least);
    }
    if (highest + after(i, d, highest, false) > most) {
      long above = first(lowest, highest, x -> x + after(i, d, x, false) > most);
      high[i] = Math.max(low[i], above - 1);
    }
  }

  /** The smallest value from which on it holds, or the upper end. */
  private static long first(long from, long to, LongPredicate holds) {
    long low = from;
    long high = to;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The most, or least, that all lines together can spend after this day. */
  long reach(Answer.Solved day, int d, boolean most) {
    long reach = 0;
    for (int i = 0; i < account.size(); i++) {
      long own = day.micros()[i][0];
      LineLimits limit = limits.get(i);
      long after = after(i, d, runs(i, d) ? own : last[i], most);
      long rest = (most ? limit.periodHigh() : limit.periodLow()) - spent[i] - own;
      reach = Micros.plus(reach, Math.max(0, most ? Math.min(after, rest) : Math.max(after, rest)));
    }
    return reach;
  }

  private long after(int i, int d, long from, boolean most) {
    long sum = 0;
    long before = from;
    for (int e = d + 1; e < slots.size(); e++) {
      if (runs(i, e)) {
        before = most ? dayMost(i, before) : dayLeast(i, before);
        sum = Micros.plus(sum, before);
      }
    }
    return sum;
  }

  boolean runs(int i, int d) {
    return !limits.get(i).isClosed() && limits.get(i).weekdays().contains(slots.get(d).weekday());
  }

  long dayLeast(int i, long before) {
    LineLimits limit = limits.get(i);
    return isFree(i)
        ? limit.dayLow()
        : Math.max(limit.dayLow(), Change.least(before, limit.change()));
  }

  long dayMost(int i, long before) {
    LineLimits limit = limits.get(i);
    return isFree(i)
        ? limit.dayHigh()
        : Math.min(limit.dayHigh(), Change.most(before, limit.change()));
  }

  /** Who begins in the plan has nothing to change from. */
  private boolean isFree(int i) {
    return limits.get(i).change() == null || account.adSet(i).todayMicros() == 0;
  }
}
