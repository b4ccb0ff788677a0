package dev.bellwether.ingest.mention;

import dev.bellwether.contracts.mention.Cause;
import java.time.Instant;

/**
 * Which revision of a mention a row becomes.
 *
 * @param revision 1 for a post seen for the first time
 * @param createdAt as first claimed
 * @param observedAt when first seen
 * @param figures with those known before, where the row says nothing
 */
public record Version(
    int revision, Cause cause, Instant createdAt, Instant observedAt, Figures figures) {}
