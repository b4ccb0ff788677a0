package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.plan.LineLimits.Owner;
import dev.bellwether.campaign.plan.PlanTerms.LineTerms;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the request's rules for lines, and the planner's care, into limits. */
final class LimitRules {

  /**
   * No line goes above this multiple of today's spend: beyond it a curve is a guess. Who wants more
   * plans again when the figures of the first step are in, or names a higher maximum.
   */
  static final int MOST = 3;

  /**
   * No line goes below this share of today's spend (less where the whole budget is cut): a line at
   * zero teaches nothing.
   */
  static final double LEAST = 0.2;

  private static final Set<DayOfWeek> ALL_WEEK = EnumSet.allOf(DayOfWeek.class);

  private final AccountHistory history;
  private final PlanTerms terms;
  private final Horizon horizon;
  private final double scale;

  /**
   * @param scale the budget in units of what is spent today
   */
  LimitRules(AccountHistory history, PlanTerms terms, Horizon horizon, double scale) {
    this.history = history;
    this.terms = terms;
    this.horizon = horizon;
    this.scale = scale;
  }

  /**
   * By ad set in the history's order.
   *
   * @throws UnplannableException where a rule is of a line that is not there, or contradicts itself
   */
  List<LineLimits> limits() {
    Map<String, LineTerms> byId = new HashMap<>();
    var names = new AdSetNames(history);
    for (LineTerms line : terms.lines()) {
      byId.put(names.id(line.at(), line.campaign(), line.adSet()), line);
    }
    List<LineLimits> limits = new ArrayList<>();
    for (AccountHistory.AdSet adSet : history.adSets()) {
      limits.add(limits(adSet, byId.get(adSet.id())));
    }
    return limits;
  }

  private LineLimits limits(AccountHistory.AdSet adSet, LineTerms rule) {
    Set<DayOfWeek> weekdays = rule == null ? ALL_WEEK : rule.weekdays();
    int days = horizon.days(weekdays);
    if (rule != null && rule.pause()) {
      return LineLimits.closed(Owner.PAUSED, weekdays);
    }
    LineLimits limits =
        days == 0
            ? LineLimits.closed(Owner.CALENDAR, weekdays)
            : ruled(careful(adSet, days, weekdays), rule, days);
    LineLimits changed = horizon.days() == 1 ? changed(limits, adSet.todayMicros()) : limits;
    check(rule, changed, days);
    return changed;
  }

  private LineLimits careful(AccountHistory.AdSet adSet, int days, Set<DayOfWeek> weekdays) {
    long today = adSet.todayMicros();
    if (today == 0) {
      return LineLimits.closed(Owner.IDLE, weekdays);
    }
    long low = (long) Math.floor(LEAST * Math.min(1, scale) * today);
    long high = MOST * today;
    Double change = terms.change();
    return new LineLimits(
        low,
        high,
        Micros.times(low, days),
        Micros.times(high, days),
        Owner.CARE,
        Owner.CARE,
        change,
        weekdays);
  }

  private static LineLimits ruled(LineLimits careful, LineTerms rule, int days) {
    if (rule == null) {
      return careful;
    }
    Double change = rule.maximumChange() == null ? careful.change() : rule.maximumChange();
    Long least = rule.fixedMicros() == null ? rule.minimumMicros() : rule.fixedMicros();
    Long most = rule.fixedMicros() == null ? rule.maximumMicros() : rule.fixedMicros();
    Owner owner = rule.fixedMicros() == null ? Owner.RULE : Owner.FIXED;
    long dayLow = careful.dayLow();
    long dayHigh = careful.dayHigh();
    long periodLow = careful.periodLow();
    long periodHigh = careful.periodHigh();
    if (least != null) {
      dayLow = 0;
      periodLow = least;
      dayHigh = Math.max(dayHigh, Micros.parts(least, days));
      periodHigh = Math.max(periodHigh, least);
    }
    if (most != null) {
      dayLow = Math.min(dayLow, most / days);
      periodLow = Math.min(periodLow, most);
      dayHigh = Math.max(dayHigh, Micros.parts(most, days));
      periodHigh = most;
    }
    return new LineLimits(
        dayLow,
        dayHigh,
        periodLow,
        periodHigh,
        least == null ? careful.low() : owner,
        most == null ? careful.high() : owner,
        change,
        careful.weekdays());
  }

  /** One day's plan: the former day is today. Who spends nothing has nothing to change from. */
  private static LineLimits changed(LineLimits limits, long today) {
    if (limits.change() == null || today == 0 || limits.isClosed()) {
      return limits;
    }
    long low = Change.least(today, limits.change());
    long high = Change.most(today, limits.change());
    boolean raises = low > limits.periodLow();
    boolean lowers = high < limits.periodHigh();
    return new LineLimits(
        Math.max(low, limits.dayLow()),
        Math.min(high, limits.dayHigh()),
        Math.max(low, limits.periodLow()),
        Math.min(high, limits.periodHigh()),
        raises ? Owner.CHANGE : limits.low(),
        lowers ? Owner.CHANGE : limits.high(),
        limits.change(),
        limits.weekdays());
  }

  private void check(LineTerms rule, LineLimits limits, int days) {
    if (limits.periodLow() > limits.periodHigh()) {
      throw new UnplannableException(
          rule == null ? "change" : rule.at(),
          "%s must spend at least %s (%s) and may spend at most %s (%s). Change one of them."
              .formatted(
                  rule == null ? "An ad set" : rule.adSet() + " of " + rule.campaign(),
                  Amounts.money(limits.periodLow(), history.currency()),
                  words(limits.low()),
                  Amounts.money(limits.periodHigh(), history.currency()),
                  words(limits.high())));
    }
    boolean wants =
        rule != null && (positive(rule.fixedMicros()) || positive(rule.minimumMicros()));
    if (wants && days == 0) {
      throw new UnplannableException(
          rule.at() + ".weekdays",
          rule.adSet()
              + " must spend, and none of its weekdays lies in the plan's days. Name another weekday or take the amount away.");
    }
  }

  private static boolean positive(Long micros) {
    return micros != null && micros > 0;
  }

  static String words(Owner owner) {
    return switch (owner) {
      case RULE -> "your own bound";
      case FIXED -> "the amount you fixed";
      case CHANGE -> "its largest change in a day";
      case PAUSED -> "you paused it";
      case IDLE -> "it spends nothing at present";
      case CALENDAR -> "none of its weekdays is in the plan";
      case EXPLORATION -> "what is spent to learn";
      case CARE -> "the planner's own care, from 0.2 to 3 times today's spend";
    };
  }
}
