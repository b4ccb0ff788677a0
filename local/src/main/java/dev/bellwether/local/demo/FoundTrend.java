package dev.bellwether.local.demo;

import dev.bellwether.local.simulator.Event;
import java.time.Instant;
import java.util.List;

/**
 * A trend the suite listed.
 *
 * @param monitor the monitor's name
 * @param detectedAt simulated time at which a person watching could have known
 * @param event what it truly is: what most of its mentions come of
 */
record FoundTrend(
    String label,
    List<String> terms,
    String monitor,
    Instant startedAt,
    Instant detectedAt,
    long mentions,
    double significance,
    Event event) {}
