package dev.bellwether.campaign.offpolicy;

/**
 * How far a log can tell of a policy. A weight is the policy's chance of an action by the log's.
 *
 * @param decisions in the log
 * @param effectiveDecisions as many of the policy's own would tell as much (Kish): the square of
 *     the weights' sum by the sum of their squares
 * @param effectiveRewards the same of the rewards alone, which is what a rare reward hangs on
 * @param meanWeight near 1 where the propensities are right and every action is in the log
 * @param largestWeight of the log
 * @param cap weights above are cut or left to the model: the root of the decisions
 * @param shareAboveCap of the decisions
 * @param unsupported share of the policy's choices that the log never made in their context
 */
public record Diagnostics(
    double decisions,
    double effectiveDecisions,
    double effectiveRewards,
    double meanWeight,
    double largestWeight,
    double cap,
    double shareAboveCap,
    double unsupported) {}
