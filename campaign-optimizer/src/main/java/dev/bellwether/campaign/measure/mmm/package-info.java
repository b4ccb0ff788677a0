/** Measures the media mix model on a file of weekly totals. */
package dev.bellwether.campaign.measure.mmm;
