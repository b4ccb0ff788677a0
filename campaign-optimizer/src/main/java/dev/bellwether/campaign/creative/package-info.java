/**
 * Ads (creatives) and segments of one ad set as arms of a bandit: which is best, how sure that is,
 * and what share of the spend each should get. Mathematics only.
 */
package dev.bellwether.campaign.creative;
