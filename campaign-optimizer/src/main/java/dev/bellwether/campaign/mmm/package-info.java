/**
 * A media mix model: which part of an outcome (revenue, conversions) each channel's spend brought,
 * from weekly totals. Mathematics only.
 */
package dev.bellwether.campaign.mmm;
