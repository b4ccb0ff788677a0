package dev.bellwether.trend.alerting.digest;

import java.time.Instant;

/**
 * What was said of a monitor in one hour.
 *
 * @param hour when it begins
 * @param mentions null where that is not known
 * @param negativeShare of the scored mentions, 0 to 1; null where too few were scored
 */
public record MonitorHour(
    String workspace, String monitor, Instant hour, Long mentions, Double negativeShare) {}
