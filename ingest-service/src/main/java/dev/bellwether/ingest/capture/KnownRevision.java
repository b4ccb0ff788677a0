package dev.bellwether.ingest.capture;

import java.time.Instant;

/**
 * What is known of a mention that was taken before.
 *
 * @param editedAt when the known version was written, or null for a first version
 * @param requestKey the request that brought it, or null
 */
record KnownRevision(int revision, Instant editedAt, String requestKey, int requestRow) {}
