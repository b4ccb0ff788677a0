package dev.bellwether.gateway.audit;

import java.time.Instant;
import java.util.List;

/**
 * One request and what became of it.
 *
 * @param at when its answer, or its failure, was known
 * @param keyId of the API key, which is the signed identity's subject
 * @param route the path with {@code {id}} in place of whatever may name something
 * @param subject keyed digest of the one mention or author that was asked for, or null
 * @param parameters names of query parameters; {@code name=value} where the value can name nobody
 * @param status HTTP status; 499 when the caller had gone before there was one
 * @param bytesIn of the body as it was sent, or null when none was read
 * @param bytesOut of the answer's body, or null when the service did not say
 */
record AuditEntry(
    String workspace,
    Instant at,
    String keyId,
    String method,
    String route,
    SubjectDigest subject,
    List<String> parameters,
    int status,
    String requestId,
    Long bytesIn,
    Long bytesOut) {}
