package dev.bellwether.ingest.rejection;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sees bodies of which no row could be read: too large, not UTF-8, damaged gzip, no array. They are
 * refused in several places; what they have in common is the answer.
 */
public class RefusedBodies {

  private static final Map<String, String> KIND_BY_PATH =
      Map.of("/v1/mentions", "mentions", "/v1/ad-performance", "ad-performance");

  private static final Set<Integer> REFUSALS = Set.of(400, 413, 415);

  private final RejectionLog log;
  private final MeterRegistry metrics;
  private final Caller caller;

  public RefusedBodies(RejectionLog log, MeterRegistry metrics, Caller caller) {
    this.log = log;
    this.metrics = metrics;
    this.caller = caller;
  }

  @ServerResponseFilter
  public void see(ContainerRequestContext request, ContainerResponseContext response) {
    String kind = KIND_BY_PATH.get(request.getUriInfo().getPath());
    if (kind != null
        && request.getMethod().equals("POST")
        && REFUSALS.contains(response.getStatus())
        && response.getEntity() instanceof Problem problem) {
      metrics
          .counter("bellwether.bodies.refused", "kind", kind, "status", "" + response.getStatus())
          .increment();
      var refused =
          new RejectedRequest(
              caller.workspace(),
              kind,
              request.getHeaderString("Idempotency-Key"),
              request.getHeaderString("X-Request-Id"));
      keep(() -> log.keepBody(refused, problem.field(), problem.detail()));
    }
  }

  /** What is refused before its body is looked at is refused on a thread that must not wait. */
  private static void keep(Runnable keeping) {
    if (BlockingOperationControl.isBlockingAllowed()) {
      keeping.run();
    } else {
      Thread.ofVirtual().name("refused-body").start(keeping);
    }
  }
}
