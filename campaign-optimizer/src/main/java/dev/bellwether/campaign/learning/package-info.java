/** Splits that earn and learn at once. */
package dev.bellwether.campaign.learning;
