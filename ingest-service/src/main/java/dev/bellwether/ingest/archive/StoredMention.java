package dev.bellwether.ingest.archive;

import dev.bellwether.contracts.mention.Engagement;
import java.time.Instant;

/**
 * What the archive holds of a mention, as far as its next revision must know it.
 *
 * @param createdAt in microseconds, as PostgreSQL keeps it
 * @param figuresSince when the engagement came to be what it is
 */
record StoredMention(
    String id, Instant createdAt, int revision, Engagement engagement, Instant figuresSince) {}
