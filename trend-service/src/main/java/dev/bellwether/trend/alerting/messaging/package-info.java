/** Reads signals and lets the workspace's rules judge them. */
package dev.bellwether.trend.alerting.messaging;
