package dev.bellwether.ingest.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A row, or a whole body, that was not taken. What it said is not kept.
 *
 * @param at when it was refused
 * @param kind "mentions" or "ad-performance"
 * @param requestKey the request's Idempotency-Key, or null
 * @param requestId the request's X-Request-Id, or null
 * @param line the line of the body on which the row begins, from 1; null for a whole body
 * @param row its place in the request, from 0; null for a whole body
 * @param field the field at fault, or null when the row as a whole is
 * @param reason what is wrong, without any value of the row
 * @param mentionId of the mention it would have been, or null when that could not be read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rejection(
    Instant at,
    String kind,
    String requestKey,
    String requestId,
    Integer line,
    Integer row,
    String field,
    String reason,
    String mentionId) {}
