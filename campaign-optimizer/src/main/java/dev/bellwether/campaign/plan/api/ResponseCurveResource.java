package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.CurveReport;
import dev.bellwether.contracts.budget.Goal;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** The curves that plans are made on. */
@Path("/v1/response-curves")
@RunOnVirtualThread
public class ResponseCurveResource {

  private final AccountHistories histories;
  private final Caller caller;

  public ResponseCurveResource(AccountHistories histories, Caller caller) {
    this.histories = histories;
    this.caller = caller;
  }

  /**
   * Fitted curves of each ad set and each segment of an account, for {@code goal} conversions or
   * revenue.
   */
  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "What more spend would bring, by ad set and segment")
  @APIResponse(
      responseCode = "200",
      description = "The curves",
      content = @Content(schema = @Schema(implementation = CurveReport.class)))
  @APIResponse(responseCode = "400", description = "A parameter is missing or wrong")
  @APIResponse(responseCode = "404", description = "The account has no figures")
  public CurveReport curves(
      @RestQuery String account, @RestQuery @DefaultValue("conversions") String goal) {
    if (account == null || account.isBlank()) {
      throw ProblemException.badRequest("account", "Name the ad account.");
    }
    return CurveReport.of(histories.of(caller.workspace(), account), goal(goal));
  }

  private static Goal goal(String name) {
    return switch (name) {
      case "conversions" -> Goal.CONVERSIONS;
      case "revenue" -> Goal.REVENUE;
      default -> throw ProblemException.badRequest("goal", "goal must be conversions or revenue.");
    };
  }
}
