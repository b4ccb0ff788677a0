package dev.bellwether.trend.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is rising, and what was. */
@Path("/v1/trends")
public class TrendResource {

  private static final int MOST = 500;
  private static final int RETRY_AFTER_SECONDS = 2;

  private final StoredTrends trends;
  private final Caller caller;

  public TrendResource(StoredTrends trends, Caller caller) {
    this.trends = trends;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.TRENDS_READ)
  @RunOnVirtualThread
  @Operation(summary = "Trends, the newest detection first")
  public TrendPage list(
      @Parameter(description = "Only this monitor's") @QueryParam("monitor") String monitor,
      @Parameter(description = "rising, steady, fading, back or ended") @QueryParam("state")
          String state,
      @Parameter(description = "Earliest detection, ISO 8601 with offset") @QueryParam("from")
          String from,
      @Parameter(description = "Detections before this, ISO 8601 with offset") @QueryParam("to")
          String to,
      @Parameter(description = "1 to 500") @QueryParam("limit") @DefaultValue("100") String limit) {
    var filter = TrendFilter.of(monitor, state, from, to);
    return new TrendPage(trends.find(caller.workspace(), filter, PageLimit.parse(limit, MOST)));
  }

  @ServerExceptionMapper
  public Response notReady(NotReadyException e) {
    var problem =
        new Problem(
            "about:blank",
            "Not ready",
            503,
            "The trends are still being read from the broker. Try again.",
            null);
    return Response.fromResponse(problem.toResponse())
        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
        .build();
  }
}
