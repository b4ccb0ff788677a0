/**
 * Off-policy evaluation: what another way to choose would have brought, from a log of what was
 * chosen, with what chance, and what came of it; and a guard that lets a policy go live only on
 * such evidence. Mathematics only.
 */
package dev.bellwether.campaign.offpolicy;
