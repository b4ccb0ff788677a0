package dev.bellwether.ingest.silence.habit;

import java.time.Instant;

/**
 * A time for which a source was held to be silent. It is no part of its habit.
 *
 * @param noticed when it had been quiet for longer than it ever is
 * @param ended when it sent again
 */
public record Silence(Instant noticed, Instant ended) {}
