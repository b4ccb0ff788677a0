package dev.bellwether.trend.forecast;

import java.time.Instant;

/**
 * One step ahead. Always {@code low90 <= low50 <= median <= high50 <= high90}, in the series' own
 * unit.
 *
 * @param at when the step begins
 * @param low50 the middle half of what may come lies between it and {@code high50}
 * @param low90 nine tenths of what may come lie between it and {@code high90}
 */
public record ForecastPoint(
    Instant at, double median, double low50, double high50, double low90, double high90) {}
