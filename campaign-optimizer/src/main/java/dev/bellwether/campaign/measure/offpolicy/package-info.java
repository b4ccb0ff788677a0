/** Measures off-policy evaluation on logs of two policies that ran side by side. */
package dev.bellwether.campaign.measure.offpolicy;
