package dev.bellwether.ingest.rejection;

import java.time.Instant;
import java.util.Set;

/**
 * Which rejections to look for.
 *
 * @param kinds those that the caller may see and asked for, at least one
 * @param field null for any
 * @param from inclusive, or null
 * @param to exclusive, or null
 */
record RejectionFilter(Set<String> kinds, String field, Instant from, Instant to) {}
