package dev.bellwether.campaign.plan;

import dev.bellwether.contracts.budget.Goal;

/** Says in plain words why a line moved and what holds it where it is. */
final class Reasons {

  /** Below this share of today's spend a change is not worth a word. */
  private static final double NOTICED = 0.01;

  private static final int FEW_DAYS = 7;

  private Reasons() {}

  /**
   * @param lowMicros the least it may spend
   * @param marginal what its next unit of currency brings, in units of the goal
   * @param price what the next unit brings on the lines that nothing holds
   * @param knownDays days with spend
   */
  record Move(
      long todayMicros,
      long plannedMicros,
      long lowMicros,
      double marginal,
      double price,
      int knownDays) {}

  static String of(Move move, Goal goal, String currency) {
    if (move.todayMicros() == 0) {
      return "Spends nothing at present, so the plan gives it nothing; start it with a small budget of your own and plan again.";
    }
    String next = brings(move.marginal(), goal, currency);
    String elsewhere = Amounts.rate(move.price());
    String why =
        switch (held(move)) {
          case AT_MOST ->
              "the next %s there still brings %s, against %s elsewhere; held at %d times today's spend, beyond which its curve is a guess."
                  .formatted(currency, next, elsewhere, Planner.MOST);
          case AT_LEAST ->
              "the next %s there brings only %s, against %s elsewhere; kept at the least share, so that its curve stays known."
                  .formatted(currency, next, elsewhere);
          case FREE ->
              "there the next %s brings %s, as much as anywhere else it could go."
                  .formatted(currency, next);
        };
    return moved(move, currency) + why + caveat(move);
  }

  private enum Held {
    AT_MOST,
    AT_LEAST,
    FREE
  }

  private static Held held(Move move) {
    if (move.plannedMicros() >= Planner.MOST * move.todayMicros()) {
      return Held.AT_MOST;
    }
    return move.plannedMicros() <= move.lowMicros() ? Held.AT_LEAST : Held.FREE;
  }

  private static String moved(Move move, String currency) {
    String today = Amounts.money(move.todayMicros() / 1e6);
    String planned = Amounts.money(move.plannedMicros(), currency);
    double change = (double) (move.plannedMicros() - move.todayMicros()) / move.todayMicros();
    if (Math.abs(change) < NOTICED) {
      return "Kept at " + planned + " a day: ";
    }
    return (change > 0 ? "Raised" : "Lowered") + " from " + today + " to " + planned + " a day: ";
  }

  private static String brings(double marginal, Goal goal, String currency) {
    return Amounts.rate(marginal)
        + (goal == Goal.REVENUE ? " " + currency + " of revenue" : " conversions");
  }

  private static String caveat(Move move) {
    if (move.knownDays() >= FEW_DAYS) {
      return "";
    }
    String days = move.knownDays() == 1 ? "1 day" : move.knownDays() + " days";
    return " It has figures of only " + days + ", so its curve leans on its segment's.";
  }
}
