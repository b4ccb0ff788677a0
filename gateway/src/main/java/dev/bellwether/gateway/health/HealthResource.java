package dev.bellwether.gateway.health;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/**
 * {@code GET /health}: open to anyone, 200 when every service is up, else 503 with the same body.
 */
@Path("/health")
public class HealthResource {

  private final SuiteHealth health;

  public HealthResource(SuiteHealth health) {
    this.health = health;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<Response> health() {
    return health.now().thenApply(HealthResource::respond);
  }

  private static Response respond(HealthReport report) {
    return Response.status(report.up() ? 200 : 503)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(report)
        .build();
  }
}
