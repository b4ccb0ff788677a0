package dev.bellwether.gateway.audit;

import dev.bellwether.gateway.identity.ApiKey;
import dev.bellwether.gateway.identity.SignedIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Begins the trails of requests. */
@ApplicationScoped
public class Audit {

  private final AuditLog log;
  private final SubjectDigest.Maker digests;
  private final InstantSource clock = InstantSource.system();

  public Audit(AuditLog log, SignedIdentity identity) {
    this.log = log;
    this.digests = new SubjectDigest.Maker(identity.derivedSecret("audit subjects 1"));
  }

  /**
   * @param path raw, of a resource that is routed
   * @param query raw, or null
   */
  public AuditTrail trail(
      ApiKey caller, String method, String path, String query, String requestId) {
    AuditRoute route = AuditRoute.of(path);
    return new AuditTrail(
        log, clock, caller, method, route, subject(caller, route, query), query, requestId);
  }

  private SubjectDigest subject(ApiKey caller, AuditRoute route, String query) {
    if (route.kind().isPresent() && route.id().isPresent()) {
      return digest(caller, route.kind().get(), route.id().get());
    }
    return AuditParameters.value(query, "author")
        .map(author -> digest(caller, SubjectDigest.Kind.AUTHOR, author))
        .or(
            () ->
                AuditParameters.value(query, "mention")
                    .map(mention -> digest(caller, SubjectDigest.Kind.MENTION, mention)))
        .orElse(null);
  }

  SubjectDigest digest(ApiKey caller, SubjectDigest.Kind kind, String id) {
    return digests.of(caller.workspace(), kind, id);
  }
}
