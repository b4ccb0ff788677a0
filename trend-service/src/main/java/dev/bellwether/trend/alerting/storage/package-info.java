/** Alerting's tables in PostgreSQL, each on the connection of a workspace's transaction. */
package dev.bellwether.trend.alerting.storage;
