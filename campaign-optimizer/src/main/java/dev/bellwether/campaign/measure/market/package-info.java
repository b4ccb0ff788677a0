/** Markets whose truth is known, to measure policies that learn while they spend. */
package dev.bellwether.campaign.measure.market;
