package dev.bellwether.trend.alerting.storage;

import java.time.Instant;

/**
 * Which alerts are asked for; null asks for any.
 *
 * @param rule id
 * @param subject of one of its signals
 * @param kind of one of its signals, such as {@code new-topic}
 * @param from earliest event time
 * @param to first event time no longer asked for
 */
public record AlertFilter(String rule, String subject, String kind, Instant from, Instant to) {}
