package dev.bellwether.trend.alerting.storage;

import dev.bellwether.contracts.signal.Signal;
import java.time.Instant;
import java.util.List;

/**
 * An alert that nothing joins any more, to be said.
 *
 * @param title says its first signal
 * @param signals the first of them, oldest first
 * @param count how many there are
 */
public record PreparedAlert(
    String id,
    String rule,
    String ruleName,
    String title,
    Instant at,
    List<Signal> signals,
    int count) {}
