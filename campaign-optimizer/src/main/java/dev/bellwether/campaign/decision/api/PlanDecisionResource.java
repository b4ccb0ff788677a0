package dev.bellwether.campaign.decision.api;

import dev.bellwether.campaign.decision.DayAmounts;
import dev.bellwether.campaign.decision.Step;
import dev.bellwether.campaign.decision.history.HistoryEntry;
import dev.bellwether.campaign.decision.history.PlanHistory;
import dev.bellwether.campaign.decision.storage.PlanDecider;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What people decide about plans. */
@Path("/v1/budget-plans/{id}")
@RunOnVirtualThread
public class PlanDecisionResource {

  private final PlanDecider decider;
  private final PlanHistory history;
  private final OptionalBody bodies;
  private final Caller caller;

  public PlanDecisionResource(
      PlanDecider decider, PlanHistory history, OptionalBody bodies, Caller caller) {
    this.decider = decider;
    this.history = history;
    this.bodies = bodies;
    this.caller = caller;
  }

  /** Approves a plan; an approved plan that has a day in common with it is replaced. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Path("/approval")
  @RolesAllowed(Scopes.PLANS_APPROVE)
  @Operation(summary = "Approve a plan")
  @APIResponse(
      responseCode = "200",
      description = "The plan, and which ones it replaced",
      content = @Content(schema = @Schema(implementation = DecidedPlan.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(responseCode = "409", description = "Where the plan stands, and what is possible")
  public DecidedPlan approve(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DecisionRequest.class)))
          byte[] body)
      throws IOException {
    return decided(decide(id, Step.APPROVE, body), null);
  }

  /** Rejects a plan that nobody has approved. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Path("/rejection")
  @RolesAllowed(Scopes.PLANS_APPROVE)
  @Operation(summary = "Reject a plan")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = DecidedPlan.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(responseCode = "409", description = "Where the plan stands, and what is possible")
  public DecidedPlan reject(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DecisionRequest.class)))
          byte[] body)
      throws IOException {
    return decided(decide(id, Step.REJECT, body), null);
  }

  /**
   * Takes back an approved plan: plans it had replaced hold again where their days are to come,
   * else the answer says what was spent before.
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Path("/rollback")
  @RolesAllowed(Scopes.PLANS_APPROVE)
  @Operation(summary = "Take back an approved plan")
  @APIResponse(
      responseCode = "200",
      description = "The plan, and what holds instead",
      content = @Content(schema = @Schema(implementation = DecidedPlan.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  @APIResponse(responseCode = "409", description = "Where the plan stands, and what is possible")
  public DecidedPlan rollBack(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DecisionRequest.class)))
          byte[] body)
      throws IOException {
    PlanDecider.Outcome outcome = decide(id, Step.ROLL_BACK, body);
    boolean holdsAgain = !outcome.others(Step.RESTORE).isEmpty() || outcome.isCovered();
    return decided(outcome, holdsAgain ? null : setBack(outcome.plan()));
  }

  /** What has happened to a plan, the oldest first. */
  @GET
  @Path("/history")
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "What has happened to a plan, the oldest first")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content = @Content(schema = @Schema(implementation = PlanHistoryView.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  public PlanHistoryView history(String id) {
    List<HistoryEntry> entries = history.of(caller.workspace(), id);
    if (entries.isEmpty()) {
      throw unknown(id);
    }
    return new PlanHistoryView(entries);
  }

  private PlanDecider.Outcome decide(String id, Step step, byte[] body) throws IOException {
    var decision =
        new BudgetPlan.Decision(
            caller.subject(),
            // As precise as the database keeps it
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
            bodies.read(body, DecisionRequest.class).map(DecisionRequest::storable).orElse(null));
    return decider.decide(caller.workspace(), id, step, decision).orElseThrow(() -> unknown(id));
  }

  private static DecidedPlan decided(PlanDecider.Outcome outcome, DecidedPlan.SetBack setBack) {
    return new DecidedPlan(
        outcome.plan(), outcome.others(Step.REPLACE), outcome.others(Step.RESTORE), setBack);
  }

  private static DecidedPlan.SetBack setBack(BudgetPlan plan) {
    return new DecidedPlan.SetBack(
        plan.lines().stream()
            .map(
                line ->
                    new DecidedPlan.Amount(
                        line.campaign(), line.adSet(), DayAmounts.before(plan, line)))
            .toList(),
        Stream.of("meta", "google")
            .map(
                platform ->
                    URI.create(
                        "/v1/budget-plans/%s/export?platform=%s&amounts=before"
                            .formatted(plan.id(), platform)))
            .toList());
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No plan has the id " + id + ".");
  }
}
