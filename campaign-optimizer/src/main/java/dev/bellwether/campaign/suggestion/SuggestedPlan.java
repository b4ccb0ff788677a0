package dev.bellwether.campaign.suggestion;

import java.util.List;

/** Makes a split of an account's day of a suggestion that was accepted. */
@FunctionalInterface
public interface SuggestedPlan {

  /**
   * A line as the split has it.
   *
   * @param plannedMicros what it is to spend a day, zero or more
   * @param reason for people: why it moved, or why not
   */
  record Line(AdLine line, long plannedMicros, String reason) {}

  /** What becomes of money that paused or lowered lines leave. */
  enum Freed {
    /** Nobody spends it: the day's budget is so much less. */
    UNSPENT,
    /** The other lines share it as they share the rest, so that the budget stays. */
    OTHERS
  }

  /**
   * One line for each of the account's, in its order.
   *
   * @param lines the account's, as they run today
   * @param marginal what the next unit of currency brings at each line's spend, in the same order
   * @param keep share that a paused or lowered line keeps, where the caller wants another than was
   *     suggested; else null
   * @throws NotPlannableException where there is nothing to move, or nowhere to move it
   */
  List<Line> split(
      Suggestion suggestion, List<AdLine> lines, double[] marginal, Freed freed, Double keep);
}
