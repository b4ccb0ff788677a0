package dev.bellwether.gateway.audit;

import java.time.Instant;

/**
 * Which entries to look for; every part may be null and then asks for nothing.
 *
 * @param from inclusive
 * @param to exclusive
 * @param key id of the API key
 */
record AuditFilter(
    Instant from,
    Instant to,
    String key,
    String method,
    String route,
    Integer status,
    SubjectDigest subject) {}
