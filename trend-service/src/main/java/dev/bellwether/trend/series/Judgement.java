package dev.bellwether.trend.series;

import java.time.Instant;

/**
 * What is thought of one value.
 *
 * @param expected what was expected before it was seen, in its unit
 * @param low 5 % of usual values lie below it
 * @param high 5 % of usual values lie above it
 * @param score of the departure, 0 to 1; an alarm from {@link SeriesDetector#threshold} on
 * @param departure what is under way: of an alarm its kind; after one, for as long as it rests and
 *     values stay out, how it went on, with a score below the threshold; else NONE
 */
public record Judgement(
    Instant at,
    double value,
    double expected,
    double low,
    double high,
    double score,
    Departure departure) {}
