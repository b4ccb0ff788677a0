package dev.bellwether.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/**
 * An entry as it is shown.
 *
 * @param id grows with time within the workspace
 * @param keyName as the key is called now
 * @param subject keyed digest of the one mention or author that was asked for, in hexadecimal
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditView(
    long id,
    Instant at,
    String keyId,
    String keyName,
    String method,
    String route,
    String subject,
    List<String> parameters,
    int status,
    String requestId,
    Long bytesIn,
    Long bytesOut) {}
