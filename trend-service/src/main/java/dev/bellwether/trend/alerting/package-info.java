/**
 * Rules that users write, what they find among the signals, and the outbox from which it is
 * delivered. A consumer of its own: the topology neither knows it nor waits for its database.
 */
package dev.bellwether.trend.alerting;
