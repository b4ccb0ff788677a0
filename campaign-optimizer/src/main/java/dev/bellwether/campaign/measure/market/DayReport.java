package dev.bellwether.campaign.measure.market;

/**
 * What the platforms report at the end of a day.
 *
 * @param spends by arm, of this day
 * @param arrivals by arm and age: conversions first reported today, of clicks so many days ago
 */
record DayReport(int day, double[] spends, int[][] arrivals) {}
