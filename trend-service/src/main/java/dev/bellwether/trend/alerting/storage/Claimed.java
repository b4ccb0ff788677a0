package dev.bellwether.trend.alerting.storage;

/**
 * A delivery that this instance holds for a while.
 *
 * @param alert null for a digest
 * @param message as JSON, where it was made beforehand; null for an alert's
 * @param attempts made before
 * @param claim which lease it is: with an older one nothing can be settled any more
 */
public record Claimed(
    String workspace,
    String id,
    String alert,
    String message,
    String channel,
    int attempts,
    long claim) {}
