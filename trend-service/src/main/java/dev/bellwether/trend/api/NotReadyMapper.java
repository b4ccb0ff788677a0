package dev.bellwether.trend.api;

import dev.bellwether.kit.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is being moved between instances, or read from the broker, can be asked for soon. */
public class NotReadyMapper {

  private static final int RETRY_AFTER_SECONDS = 2;

  @ServerExceptionMapper
  public Response notReady(NotReadyException e) {
    var problem = new Problem("about:blank", "Not ready", 503, e.getMessage(), null);
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
