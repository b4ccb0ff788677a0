package dev.bellwether.campaign.response;

import java.util.List;
import java.util.Map;

/**
 * The response curves of an account's ad sets and segments, fitted together.
 *
 * @param adSets by {@link AdSetHistory#id()}, in the order given
 * @param segments by {@link AdSetHistory#segment()}: the curve to expect of a new ad set of the
 *     segment
 * @param weekdays the account's week
 * @param adSetWeekdays the week of each ad set, by id
 * @param carryOver share of a day's spend that is felt on the next day
 * @param dispersion variance of a day's return in units of its mean: 1 is Poisson
 */
public record ResponseModel(
    Map<String, PosteriorCurve> adSets,
    Map<String, PosteriorCurve> segments,
    Weekdays weekdays,
    Map<String, Weekdays> adSetWeekdays,
    double carryOver,
    double dispersion) {

  /**
   * Learns a whole past as {@link ResponseLearner} does, day by day; the carry-over is chosen by
   * likelihood. Uncertainty of what ad sets share is not in the intervals.
   *
   * <p>Total: zero spend, no outcome at all, a single day, or no figures give a finite curve, only
   * a wide one.
   *
   * @param histories one or more, with different ids
   * @param leastDispersion a floor: 1 where outcomes are counts, near zero where they are amounts
   * @throws IllegalArgumentException without histories, with repeated ids, or without a positive
   *     floor
   */
  public static ResponseModel fit(List<AdSetHistory> histories, double leastDispersion) {
    return fit(histories, leastDispersion, Completeness.AT_ONCE);
  }

  /**
   * The same where conversions are reported late.
   *
   * @param completeness what share of a day's outcome is known by now, by the day's age
   */
  public static ResponseModel fit(
      List<AdSetHistory> histories, double leastDispersion, Completeness completeness) {
    return learned(histories, leastDispersion, completeness, 0).model();
  }

  /**
   * @param openDays so many days at the end stay open for restatements
   */
  static ResponseLearner learned(
      List<AdSetHistory> histories,
      double leastDispersion,
      Completeness completeness,
      int openDays) {
    if (histories.stream().map(AdSetHistory::id).distinct().count() < histories.size()) {
      throw new IllegalArgumentException("two histories have the same id");
    }
    var learner = new ResponseLearner(leastDispersion, CarryOver.of(histories, leastDispersion));
    learner.completeness(completeness);
    double accountSpend =
        histories.stream()
            .mapToDouble(h -> h.typicalSpend(0))
            .filter(s -> s > 0)
            .average()
            .orElse(1);
    histories.forEach(h -> learner.add(h, h.typicalSpend(accountSpend)));
    learner.learn(histories);
    return learner;
  }
}
