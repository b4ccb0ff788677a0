/** Rules, channels and alerts over HTTP. */
package dev.bellwether.trend.alerting.api;
