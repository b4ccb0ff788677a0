package dev.bellwether.ingest.hygiene.duplicate;

import java.time.Instant;

/** What a store keeps of one mention's text. */
public record Signature(String mentionId, Instant seenAt, long cluster, Words words) {}
