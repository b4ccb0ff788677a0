package dev.bellwether.campaign.allocation;

/** The budget is more than the lines may spend at most: {@code mostMicros} together. */
public record AboveMaxima(long budgetMicros, long mostMicros) implements WaterFilling.Outcome {}
