package dev.bellwether.campaign.allocation;

/** The budget does not reach what the lines must spend at least: {@code leastMicros} together. */
public record BelowMinima(long budgetMicros, long leastMicros) implements WaterFilling.Outcome {}
