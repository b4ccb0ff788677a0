package dev.bellwether.trend.api;

import dev.bellwether.contracts.trend.Trend;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is rising, and what was. */
@Path("/v1/trends")
public class TrendResource {

  private static final int MOST = 500;

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

  @GET
  @Path("/{monitor}/{id}")
  @RolesAllowed(Scopes.TRENDS_READ)
  @RunOnVirtualThread
  @Operation(summary = "One trend as it now is, or was last")
  public Trend one(@PathParam("monitor") String monitor, @PathParam("id") String id) {
    return trends
        .one(caller.workspace(), monitor, id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "The monitor has no such trend. GET /v1/trends lists those that are there."));
  }
}
