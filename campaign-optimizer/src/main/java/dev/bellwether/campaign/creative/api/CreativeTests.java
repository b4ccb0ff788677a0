package dev.bellwether.campaign.creative.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * The arms of an account's ad sets against each other.
 *
 * @param currency ISO 4217
 * @param by what tells the arms apart: ad, age, gender, geo, interest or placement
 * @param metric what they are compared by: conversions or clicks, for a unit of spend
 * @param exploration the most of an ad set's spend that arms other than the leader may get
 * @param lastDay with figures
 * @param tests one an ad set that has such arms
 */
public record CreativeTests(
    String account,
    String currency,
    String by,
    String metric,
    double exploration,
    LocalDate lastDay,
    List<AdSetTest> tests) {

  /**
   * @param finding winner, alike, learning, or none where there is nothing to compare
   * @param text the finding in words
   * @param missingEvents about how many more events it takes; absent unless learning
   * @param regretOfStopping what is lost if the leader gets everything from now on, as a share of
   *     what it brings
   * @param arms best first
   * @param rollout absent where there is nothing to compare
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AdSetTest(
      String campaign,
      String adSet,
      String finding,
      String text,
      Long missingEvents,
      Double regretOfStopping,
      List<ArmStanding> arms,
      ArmRollout rollout) {}

  /**
   * @param rate the metric for a unit of currency, with its 90 % interval
   * @param bestProbability that no arm is better
   * @param presentShare of the last seven days' spend
   * @param wantedShare of tomorrow's by what is known of the arms
   * @param share of tomorrow's, as far towards the wanted as past shares prove it safe
   */
  public record ArmStanding(
      String arm,
      long spendMicros,
      long impressions,
      long clicks,
      double conversions,
      Rate rate,
      double bestProbability,
      double presentShare,
      double wantedShare,
      double share) {}

  /** Mean and 90 % interval. */
  public record Rate(double low, double mean, double high) {}

  /**
   * What the past shares tell of the wanted ones.
   *
   * @param safe whether the wanted shares may go live as they are
   * @param reasons in words: why, or why not
   * @param step how far from the present shares to the wanted ones is safe, 0 to 1
   * @param present the metric for a unit of currency, as it was split
   * @param ips what the wanted shares would have brought, by inverse propensity scores
   * @param snips the same, self-normalised
   * @param dr the same, doubly robust
   * @param leastGain with a chance of 95 %, as a share of the present
   * @param effectiveEvents that the past is worth under the wanted shares
   */
  public record ArmRollout(
      boolean safe,
      List<String> reasons,
      double step,
      double present,
      double ips,
      double snips,
      double dr,
      double leastGain,
      double effectiveEvents) {}
}
