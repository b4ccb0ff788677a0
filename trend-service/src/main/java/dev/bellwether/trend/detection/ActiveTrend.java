package dev.bellwether.trend.detection;

import dev.bellwether.contracts.trend.Trend;

/**
 * A trend that goes on.
 *
 * @param peakMentions mentions in its strongest bucket so far
 */
public record ActiveTrend(Trend trend, long peakMentions) {}
