package dev.bellwether.gateway.routing;

import dev.bellwether.gateway.GatewayLimits;
import dev.bellwether.gateway.audit.Audit;
import dev.bellwether.gateway.audit.AuditTrail;
import dev.bellwether.gateway.identity.ApiKey;
import dev.bellwether.gateway.identity.SignedIdentity;
import dev.bellwether.gateway.upstream.UpstreamClient;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Hands a request to its service, with the signed identity in place of the key. */
@ApplicationScoped
public class Relay {

  private static final Logger LOG = Logger.getLogger(Relay.class);

  private final UpstreamClient client;
  private final SignedIdentity identity;
  private final GatewayLimits limits;
  private final Audit audit;
  private final Problems problems;
  private final Vertx vertx;

  public Relay(
      UpstreamClient client,
      SignedIdentity identity,
      GatewayLimits limits,
      Audit audit,
      Problems problems,
      Vertx vertx) {
    this.client = client;
    this.identity = identity;
    this.limits = limits;
    this.audit = audit;
    this.problems = problems;
    this.vertx = vertx;
  }

  /** Answers the request, by the service or by a problem. The request must be paused. */
  void forward(Passage passage, ApiKey caller) {
    HttpServerRequest request = passage.request();
    AuditTrail trail =
        audit.trail(
            caller, request.method().name(), request.path(), request.query(), passage.requestId());
    long limit = limits.requestLimit().asLongValue();
    long declared = declaredLength(request);
    if (declared > limit) {
      trail.ended(413, declared, null);
      problems.tooLarge(request, limit);
      return;
    }
    String token = identity.tokenFor(caller);
    client
        .open(passage.upstream(), request.method(), passage.target())
        .onSuccess(out -> exchange(passage, out, token, limit, trail))
        .onFailure(
            e -> {
              LOG.warnf(
                  "request %s: %s cannot be reached: %s",
                  passage.requestId(), passage.upstream(), e);
              trail.ended(503, null, null);
              problems.unreachable(request, passage.upstream());
            });
  }

  private void exchange(
      Passage passage, HttpClientRequest out, String token, long limit, AuditTrail trail) {
    if (passage.request().response().closed()) {
      trail.ended(AuditTrail.GONE, null, null);
      out.reset();
      return;
    }
    new Exchange(passage, trail, out, problems, vertx, limits.responseTimeout())
        .run(token, limit, client.authority(passage.upstream()));
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    // The HTTP codec has refused all but digits
    return length == null ? -1 : Long.parseLong(length);
  }
}
