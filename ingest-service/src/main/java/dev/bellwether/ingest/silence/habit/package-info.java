/**
 * When a source of posts or figures is quieter than it ever is. Pure: no clock, no database, no
 * Kafka.
 */
package dev.bellwether.ingest.silence.habit;
