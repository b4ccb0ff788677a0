/** Makes the digests that are due and hands them to the outbox. */
package dev.bellwether.trend.alerting.digest.making;
