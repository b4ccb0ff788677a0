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
record MarketTraits(
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
    double halo) {}
