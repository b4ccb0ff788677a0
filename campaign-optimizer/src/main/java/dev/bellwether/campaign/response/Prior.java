package dev.bellwether.campaign.response;

/**
 * What an ad set's segment, campaign and account say about its curve before its own figures are
 * seen.
 *
 * @param logEfficiency expected logarithm of what the first unit of currency brings
 * @param efficiencyVariance its variance between ad sets
 * @param logHalfSpend expected logarithm of the half-efficiency spend
 * @param halfSpendVariance its variance between ad sets
 * @param forms probability of each {@link Saturation}, by ordinal
 */
record Prior(
    double logEfficiency,
    double efficiencyVariance,
    double logHalfSpend,
    double halfSpendVariance,
    double[] forms) {}
