package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.plan.LineLimits.Owner;
import dev.bellwether.contracts.budget.Bound;
import java.util.List;

/**
 * What holds a line where it is, read off the amounts themselves.
 *
 * @param by null where nothing holds it
 * @param owner who set that bound; null for a group's
 * @param high whether it would spend more if it could, and not less
 * @param micros the bound over the whole plan
 * @param group null but for a group's
 */
record Holding(Bound by, Owner owner, boolean high, long micros, String group) {

  static final Holding NONE = new Holding(null, null, false, 0, null);

  static Holding of(Draft draft, int adSet) {
    LineLimits limit = draft.limits().get(adSet);
    long planned = draft.plannedMicros(adSet);
    if (limit.isClosed()) {
      return closed(limit.high());
    }
    if (limit.low() == Owner.FIXED && limit.high() == Owner.FIXED) {
      return new Holding(Bound.FIXED, Owner.FIXED, true, planned, null);
    }
    if (isAtDays(draft, adSet, true) || planned >= limit.periodHigh()) {
      return new Holding(kind(limit.high(), true), limit.high(), true, limit.periodHigh(), null);
    }
    if (planned <= limit.periodLow() || isAtDays(draft, adSet, false)) {
      return new Holding(kind(limit.low(), false), limit.low(), false, limit.periodLow(), null);
    }
    if (draft.terms().maximumMoved() != null && draft.horizon().days() == 1) {
      return new Holding(Bound.CHANGE, Owner.CHANGE, true, planned, null);
    }
    Holding group = group(draft, draft.groups(), adSet);
    return !NONE.equals(group) || limit.change() == null || draft.horizon().days() == 1
        ? group
        : changing(draft, adSet, limit);
  }

  private static Holding closed(Owner owner) {
    return switch (owner) {
      case PAUSED -> new Holding(Bound.FIXED, owner, true, 0, null);
      case CALENDAR -> new Holding(Bound.CALENDAR, owner, true, 0, null);
      case FIXED -> new Holding(Bound.FIXED, owner, true, 0, null);
      case IDLE -> NONE;
      case CARE, RULE, CHANGE, EXPLORATION -> new Holding(Bound.MAXIMUM, Owner.RULE, true, 0, null);
    };
  }

  private static Bound kind(Owner owner, boolean high) {
    return switch (owner) {
      case CHANGE -> Bound.CHANGE;
      case EXPLORATION -> Bound.EXPLORATION;
      case FIXED, PAUSED -> Bound.FIXED;
      case CALENDAR -> Bound.CALENDAR;
      case CARE, RULE, IDLE -> high ? Bound.MAXIMUM : Bound.MINIMUM;
    };
  }

  /** Whether a bound of the day holds it on every day it runs. */
  private static boolean isAtDays(Draft draft, int adSet, boolean high) {
    LineLimits limit = draft.limits().get(adSet);
    List<TimeSlot> slots = draft.solved().slots();
    for (int k = 0; k < slots.size(); k++) {
      TimeSlot slot = slots.get(k);
      if (limit.weekdays().contains(slot.weekday())) {
        long micros = draft.solved().micros()[adSet][k];
        boolean isAt =
            high
                ? micros >= Math.floor(limit.dayHigh() * slot.days())
                : micros <= Math.floor(limit.dayLow() * slot.days());
        if (!isAt) {
          return false;
        }
      }
    }
    return true;
  }

  /** The innermost group that is full, or at its least. */
  private static Holding group(Draft draft, List<GroupNode> nodes, int adSet) {
    for (GroupNode node : nodes) {
      if (node.members().contains(adSet)) {
        Holding inner = group(draft, node.groups(), adSet);
        if (!NONE.equals(inner)) {
          return inner;
        }
        long total = node.members().stream().mapToLong(draft::plannedMicros).sum();
        if (total >= node.high()) {
          return new Holding(Bound.GROUP, null, true, node.high(), node.name());
        }
        return node.low() > 0 && total <= node.low()
            ? new Holding(Bound.GROUP, null, false, node.low(), node.name())
            : NONE;
      }
    }
    return NONE;
  }

  /** Whether it moved as far as it may on the first day. */
  private static Holding changing(Draft draft, int adSet, LineLimits limit) {
    long today = draft.account().adSet(adSet).todayMicros();
    for (int d = 0; d < draft.solved().slots().size(); d++) {
      if (limit.weekdays().contains(draft.solved().slots().get(d).weekday())) {
        long first = draft.solved().micros()[adSet][d];
        long most = Change.most(today, limit.change());
        long least = Change.least(today, limit.change());
        if (today > 0 && (first >= most || first <= least)) {
          return new Holding(
              Bound.CHANGE, Owner.CHANGE, first >= most, first >= most ? most : least, null);
        }
        return NONE;
      }
    }
    return NONE;
  }
}
