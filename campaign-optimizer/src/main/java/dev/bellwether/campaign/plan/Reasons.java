package dev.bellwether.campaign.plan;

import dev.bellwether.campaign.plan.LineLimits.Owner;
import dev.bellwether.contracts.budget.Goal;

/** Says in plain words why a line moved and what holds it where it is. */
final class Reasons {

  /** Below this share of today's spend a change is not worth a word. */
  private static final double NOTICED = 0.01;

  private static final int FEW_DAYS = 7;

  private Reasons() {}

  /**
   * @param todayMicros over all days of the plan
   * @param plannedMicros over all days of the plan
   * @param days how many the plan has
   * @param marginal what its next unit of currency brings, in units of the goal
   * @param price what the next unit brings on the lines that nothing holds
   * @param knownDays days with spend
   * @param isNew whether it has no figures at all
   * @param change its largest change a day; null for any
   * @param when a sentence on the days it spends most and least; empty where there is nothing to
   *     tell
   */
  record Move(
      long todayMicros,
      long plannedMicros,
      int days,
      double marginal,
      double price,
      int knownDays,
      boolean isNew,
      Holding holding,
      Double change,
      String when) {}

  static String of(Move move, Goal goal, String currency) {
    Owner owner = move.holding().owner();
    if (owner == Owner.PAUSED) {
      return "You paused it, so it gets nothing.";
    }
    if (owner == Owner.CALENDAR) {
      return "None of the weekdays on which it may run is in the plan's days, so it gets nothing.";
    }
    if (move.plannedMicros() == 0 && move.todayMicros() == 0 && owner == null) {
      return "Spends nothing at present, so the plan gives it nothing; start it with a maximum of its own in the request's lines.";
    }
    String next = brings(move.marginal(), goal, currency);
    String elsewhere = Amounts.rate(move.price());
    return moved(move, currency)
        + why(move, next, elsewhere, currency)
        + move.when()
        + caveat(move);
  }

  private static String why(Move move, String next, String elsewhere, String currency) {
    Holding holding = move.holding();
    if (holding.by() == null) {
      return "there the next %s brings %s, as much as anywhere else it could go."
          .formatted(currency, next);
    }
    String bound = Amounts.money(holding.micros(), currency);
    return switch (holding.by()) {
      case FIXED ->
          "you fixed it there; the next %s would bring %s, against %s elsewhere."
              .formatted(currency, next, elsewhere);
      case GROUP ->
          holding.high()
              ? "the next %s there still brings %s, against %s elsewhere, but the group %s is at its maximum of %s."
                  .formatted(currency, next, elsewhere, holding.group(), bound)
              : "the next %s there brings only %s, against %s elsewhere, but the group %s must spend its minimum of %s."
                  .formatted(currency, next, elsewhere, holding.group(), bound);
      case CHANGE ->
          "the next %s there brings %s, against %s elsewhere; %s."
              .formatted(
                  currency,
                  next,
                  elsewhere,
                  move.change() == null
                      ? "no more of the budget may move at once"
                      : "it moves as far as its largest change of %s %% a day lets it"
                          .formatted(Amounts.rate(100 * move.change())));
      case EXPLORATION ->
          "little is known of its curve, so that much is spent to learn it; the next %s there brings %s, against %s elsewhere."
              .formatted(currency, next, elsewhere);
      case MAXIMUM ->
          "the next %s there still brings %s, against %s elsewhere; %s."
              .formatted(
                  currency,
                  next,
                  elsewhere,
                  holding.owner() == Owner.CARE
                      ? "held at %d times today's spend, beyond which its curve is a guess"
                          .formatted(LimitRules.MOST)
                      : "held at your maximum of " + bound);
      case MINIMUM ->
          "the next %s there brings only %s, against %s elsewhere; %s."
              .formatted(
                  currency,
                  next,
                  elsewhere,
                  holding.owner() == Owner.CARE
                      ? "kept at the least share, so that its curve stays known"
                      : "kept at your minimum of " + bound);
      case CALENDAR -> "held by its weekdays.";
    };
  }

  private static String moved(Move move, String currency) {
    String span = move.days() == 1 ? " a day: " : " a day on average: ";
    String today = Amounts.money(move.todayMicros() / Micros.UNIT / move.days());
    String planned =
        Amounts.money(Math.round((double) move.plannedMicros() / move.days()), currency);
    if (move.todayMicros() == 0) {
      return (move.isNew() ? "Begins" : "Begins again") + " with " + planned + span;
    }
    double change = (double) (move.plannedMicros() - move.todayMicros()) / move.todayMicros();
    if (Math.abs(change) < NOTICED) {
      return "Kept at " + planned + span;
    }
    return (change > 0 ? "Raised" : "Lowered") + " from " + today + " to " + planned + span;
  }

  private static String brings(double marginal, Goal goal, String currency) {
    return Amounts.rate(marginal)
        + (goal == Goal.REVENUE ? " " + currency + " of revenue" : " conversions");
  }

  private static String caveat(Move move) {
    if (move.isNew()) {
      return " It has no figures yet: its curve is what its campaign and segment lead to expect.";
    }
    if (move.knownDays() >= FEW_DAYS) {
      return "";
    }
    String days = move.knownDays() == 1 ? "1 day" : move.knownDays() + " days";
    return " It has figures of only " + days + ", so its curve leans on its segment's.";
  }
}
