/**
 * Known series on Kafka Streams: makes them of mentions, scores and ad figures, judges them as
 * their buckets close, and keeps what is asked of them.
 */
package dev.bellwether.trend.watch;
