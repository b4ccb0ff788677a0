package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.problem.Problem;
import dev.bellwether.trend.alerting.storage.DatabaseAwayException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers that it may work later. */
public class DatabaseAwayMapper {

  private static final int RETRY_AFTER_SECONDS = 5;

  @ServerExceptionMapper
  public Response away(DatabaseAwayException e) {
    var problem =
        new Problem(
            "about:blank",
            "Storage unavailable",
            503,
            "The database cannot be reached. Try again.",
            null);
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
