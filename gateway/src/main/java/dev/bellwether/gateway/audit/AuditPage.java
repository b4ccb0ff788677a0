package dev.bellwether.gateway.audit;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A page of entries, newest first.
 *
 * @param next the cursor of the next page, or null after the last
 */
@RegisterForReflection
public record AuditPage(List<AuditView> entries, String next) {}
