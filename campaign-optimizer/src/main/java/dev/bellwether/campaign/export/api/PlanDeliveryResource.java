package dev.bellwether.campaign.export.api;

import dev.bellwether.campaign.decision.api.OptionalBody;
import dev.bellwether.campaign.export.Platform;
import dev.bellwether.campaign.export.writer.Deliverer;
import dev.bellwether.campaign.export.writer.Delivery;
import dev.bellwether.campaign.export.writer.Delivery.Result;
import dev.bellwether.campaign.export.writer.PlatformWriter;
import dev.bellwether.campaign.export.writer.PlatformWriters;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Plans on their way to platforms. */
@Path("/v1/budget-plans/{id}/deliveries")
@RunOnVirtualThread
public class PlanDeliveryResource {

  private final PlanStore plans;
  private final PlatformWriters writers;
  private final Deliverer deliverer;
  private final OptionalBody bodies;
  private final Caller caller;

  public PlanDeliveryResource(
      PlanStore plans,
      PlatformWriters writers,
      Deliverer deliverer,
      OptionalBody bodies,
      Caller caller) {
    this.plans = plans;
    this.writers = writers;
    this.deliverer = deliverer;
    this.bodies = bodies;
    this.caller = caller;
  }

  /**
   * Hands one day of an approved plan to a writer that the operator has switched on; sent again it
   * changes nothing. 502 where the writer cannot be reached.
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Scopes.PLANS_APPROVE)
  @Operation(summary = "Hand a day of an approved plan to a writer")
  @APIResponse(
      responseCode = "200",
      description = "What became of it, line by line",
      content = @Content(schema = @Schema(implementation = DeliveryResult.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(
      responseCode = "409",
      description = "The plan is not approved, or no writer is switched on")
  public DeliveryResult deliver(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DeliveryRequest.class)))
          byte[] body)
      throws IOException {
    DeliveryRequest asked =
        bodies.read(body, DeliveryRequest.class).orElse(new DeliveryRequest(null, null, null));
    BudgetPlan plan =
        plans
            .find(caller.workspace(), id)
            .orElseThrow(() -> ProblemException.notFound("No plan has the id " + id + "."));
    PlatformWriter writer = writer(asked.writer());
    Platform platform = platform(writer, asked.platform());
    LocalDate day = ExportParameters.day(asked.day(), plan);
    Deliverer.Delivered delivered =
        deliverer.deliver(plan, writer, platform, day, caller.subject());
    Delivery delivery = delivered.delivery();
    return new DeliveryResult(
        delivered.key(),
        writer.name(),
        day,
        delivery.count(Result.WRITTEN),
        delivery.count(Result.UNCHANGED),
        delivery.count(Result.REFUSED),
        delivery.lines());
  }

  private PlatformWriter writer(String name) {
    if (writers.names().isEmpty()) {
      throw new ProblemException(
          409,
          "Not possible",
          "No writer is switched on: set BELLWETHER_PLANS_FOLDER or BELLWETHER_PLANS_CONNECTOR_URL, or export the plan.",
          null);
    }
    String one = name == null && writers.names().size() == 1 ? writers.names().getFirst() : name;
    return writers
        .find(one == null ? "" : one)
        .orElseThrow(
            () ->
                ProblemException.badRequest(
                    "writer", "writer must be " + String.join(" or ", writers.names()) + "."));
  }

  private static Platform platform(PlatformWriter writer, String platform) {
    boolean knowsByItself = writer.name().equals("connector");
    return platform == null && knowsByItself ? null : ExportParameters.platform(platform);
  }
}
