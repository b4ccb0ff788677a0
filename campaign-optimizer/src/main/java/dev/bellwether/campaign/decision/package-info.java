/**
 * What becomes of a plan: who may do what to it, and what follows for others. Pure; {@code api} and
 * {@code storage} join it to the service.
 */
package dev.bellwether.campaign.decision;
