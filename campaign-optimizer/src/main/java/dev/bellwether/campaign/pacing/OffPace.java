package dev.bellwether.campaign.pacing;

import java.time.Instant;

/**
 * That a plan's spend is off its pace.
 *
 * @param until what was spent before is counted: the end of an hour or of the day
 * @param spentMicros by the plan's ad sets, since the day's beginning
 * @param expectedMicros what should have been spent by then
 */
public record OffPace(Instant until, long spentMicros, long expectedMicros) {}
