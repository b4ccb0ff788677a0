/** Daily and weekly digests: when one is due, and what it tells; pure. */
package dev.bellwether.trend.alerting.digest;
