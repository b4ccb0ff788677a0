package dev.bellwether.campaign.measure.market;

/** Splits each day's budget and learns from what is reported. */
interface SpendPolicy {

  /** The spends of {@code day}, decided before it begins; at most the budget together. */
  double[] spends(int day);

  /** What a day's end brings to light. */
  void observe(DayReport report);
}
