package dev.bellwether.campaign.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The response curves of an account's ad sets and segments, fitted together.
 *
 * @param adSets by {@link AdSetHistory#id()}, in the order given
 * @param segments by {@link AdSetHistory#segment()}: the curve to expect of a new ad set of the
 *     segment
 * @param weekdays the account's week
 * @param dispersion variance of a day's return in units of its mean: 1 is Poisson
 */
public record ResponseModel(
    Map<String, PosteriorCurve> adSets,
    Map<String, PosteriorCurve> segments,
    Weekdays weekdays,
    double dispersion) {

  /**
   * Fits by empirical Bayes: each ad set's posterior over a grid of curves, then what the ad sets
   * say about account, segment and campaign, in turn, a fixed number of rounds. The spread between
   * ad sets is learned too, so ad sets lean on their segment as far as segments are alike.
   * Uncertainty of the shared parameters themselves is not in the intervals.
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
    if (histories.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to fit: no ad set has figures");
    }
    if (histories.stream().map(AdSetHistory::id).distinct().count() < histories.size()) {
      throw new IllegalArgumentException("two histories have the same id");
    }
    if (!(leastDispersion > 0)) {
      throw new IllegalArgumentException("the least dispersion must be above zero");
    }
    return new Fitting(histories, leastDispersion).run();
  }

  static ResponseModel of(
      List<AdSetHistory> histories,
      Posterior[] posteriors,
      Map<String, PosteriorCurve> segments,
      Weekdays weekdays,
      double dispersion) {
    Map<String, PosteriorCurve> adSets = new LinkedHashMap<>();
    for (int i = 0; i < posteriors.length; i++) {
      adSets.put(histories.get(i).id(), posteriors[i].curve());
    }
    return new ResponseModel(adSets, segments, weekdays, dispersion);
  }
}
