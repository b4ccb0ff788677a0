package dev.bellwether.campaign.measure.market;

import java.util.List;

/**
 * What a market is drawn from. Spreads are standard deviations of logarithms.
 *
 * @param efficiencySpread between arms, beside what campaign and segment do
 * @param groupSpread of efficiency between campaigns and between segments, each
 * @param scaleSpread of the spend at which saturation is felt
 * @param tightness mean spend of an arm over the median scale
 * @param arm mean conversions a day that the best split brings an arm, about
 * @param weekdaySpread of an arm's weekdays, beside the account's own week
 * @param drift of efficiency from day to day
 * @param shifted share of the arms that a shift of the market moves
 * @param shift by how much it moves them
 * @param families equally likely
 * @param halo what an arm that others profit from adds to them, as a share, when it is saturated
 */
enum MarketKind {
  EASY(0.3, 0.15, 0.3, 1.0, 20, 0.03, 0.004, 0, 0, List.of(Family.HILL), 0),
  HARD(
      0.9,
      0.5,
      0.8,
      1.0,
      8,
      0.12,
      0.02,
      0.3,
      0.7,
      List.of(
          Family.HILL,
          Family.HILL,
          Family.HILL,
          Family.POWER,
          Family.EXPONENTIAL,
          Family.ARCTAN,
          Family.TANH),
      0),
  MISSPECIFIED(
      0.9,
      0.5,
      0.8,
      1.0,
      8,
      0.12,
      0.02,
      0.3,
      0.7,
      List.of(Family.HILL, Family.POWER, Family.EXPONENTIAL, Family.S_SHAPED, Family.S_SHAPED),
      0.1);

  final double efficiencySpread;
  final double groupSpread;
  final double scaleSpread;
  final double tightness;
  final double arm;
  final double weekdaySpread;
  final double drift;
  final double shifted;
  final double shift;
  final List<Family> families;
  final double halo;

  MarketKind(
      double efficiencySpread,
      double groupSpread,
      double scaleSpread,
      double tightness,
      double arm,
      double weekdaySpread,
      double drift,
      double shifted,
      double shift,
      List<Family> families,
      double halo) {
    this.efficiencySpread = efficiencySpread;
    this.groupSpread = groupSpread;
    this.scaleSpread = scaleSpread;
    this.tightness = tightness;
    this.arm = arm;
    this.weekdaySpread = weekdaySpread;
    this.drift = drift;
    this.shifted = shifted;
    this.shift = shift;
    this.families = families;
    this.halo = halo;
  }
}
