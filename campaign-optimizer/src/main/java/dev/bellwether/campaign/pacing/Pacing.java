package dev.bellwether.campaign.pacing;

import dev.bellwether.campaign.decision.DayAmounts;
import dev.bellwether.contracts.ads.AdPerformance;
import dev.bellwether.contracts.budget.BudgetPlan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/**
 * Compares a day's spend with what the plan has for it. While the day runs, only hourly figures
 * tell how far spend has come: they are compared with the hours that the plan says, or else with
 * the share of a day's spend that the account has usually spent by that hour, or, where fewer than
 * three whole days of hours are known, with an even pace. A day whose figures come whole is looked
 * at when it is over.
 */
public final class Pacing {

  /** How far back an account's hours tell how it spends a day. */
  public static final int PAST_DAYS = 14;

  private Pacing() {}

  /**
   * That the plan's spend is off on a day; empty where it is not, or where nothing can be said: no
   * figures of the day, a plan that was approved (or made, where nobody has decided) after the day
   * began, other currencies, several time zones.
   *
   * @param day one of the plan's
   * @param figures of the plan's account: of its day, and of {@link #PAST_DAYS} days before
   */
  public static Optional<OffPace> judge(
      BudgetPlan plan,
      LocalDate day,
      Collection<AdPerformance> figures,
      Instant now,
      PacingRules rules) {
    return SpendBook.of(plan, figures).flatMap(book -> judge(plan, day, book, now, rules));
  }

  private static Optional<OffPace> judge(
      BudgetPlan plan, LocalDate day, SpendBook book, Instant now, PacingRules rules) {
    Optional<Instant> known = comparable(plan, day, book, now, rules);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Instant until = known.get();
    long spent = book.spent(day, until);
    double share = share(plan, day, book, until);
    long expected = Math.round(DayAmounts.planned(plan, day) * share);
    boolean isOff = Math.abs(spent - expected) > rules.tolerance() * expected;
    return isOff && expected > 0 && share >= rules.leastShare()
        ? Optional.of(new OffPace(until, spent, expected))
        : Optional.empty();
  }

  /** Up to when the day's spend can be held against the plan; empty where it cannot. */
  static Optional<Instant> comparable(
      BudgetPlan plan, LocalDate day, SpendBook book, Instant now, PacingRules rules) {
    Instant since = plan.decision() == null ? plan.createdAt() : plan.decision().at();
    if (!since.isBefore(book.begin(day))) {
      return Optional.empty();
    }
    return book.knownUntil(day, now, rules.reportingDelay())
        .filter(until -> until.equals(book.end(day)) || !book.tellsWholeDays());
  }

  /** Which share of the day's amount should be spent by then. */
  static double share(BudgetPlan plan, LocalDate day, SpendBook book, Instant until) {
    if (until.equals(book.end(day))) {
      return 1;
    }
    if (!DayAmounts.hasHours(plan, day)) {
      return book.usualShare(day, until);
    }
    var time = until.atZone(book.zone()).toLocalDateTime();
    long before =
        plan.lines().stream()
            .mapToLong(
                line ->
                    DayAmounts.plannedUntil(plan, line, time)
                        - DayAmounts.plannedUntil(plan, line, day.atStartOfDay()))
            .sum();
    long all = DayAmounts.planned(plan, day);
    return all == 0 ? 1 : (double) before / all;
  }
}
