package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.Planner;
import dev.bellwether.campaign.plan.messaging.PlanPublisher;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** Budget plans: how to split a day's budget over an account's ad sets. */
@Path("/v1/budget-plans")
@RunOnVirtualThread
public class BudgetPlanResource {

  private static final int MOST_LISTED = 100;

  /** Plans, newest first. */
  public record PlanList(List<BudgetPlan> plans) {}

  private final AccountHistories histories;
  private final PlanStore store;
  private final PlanPublisher publisher;
  private final Caller caller;

  public BudgetPlanResource(
      AccountHistories histories, PlanStore store, PlanPublisher publisher, Caller caller) {
    this.histories = histories;
    this.store = store;
    this.publisher = publisher;
    this.caller = caller;
  }

  /** Makes a plan, stores it and tells the topic; answers once both have it. */
  @POST
  @RolesAllowed(Scopes.PLANS_WRITE)
  @APIResponse(
      responseCode = "201",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = BudgetPlan.class)))
  public Response create(PlanRequest request) {
    if (request == null) {
      throw ProblemException.badRequest("body", "The body is empty; send the request as JSON.");
    }
    String workspace = caller.workspace();
    Planner.Request asked = request.checked();
    BudgetPlan plan =
        Planner.plan(
            workspace,
            UUID.randomUUID().toString(),
            // As precise as the database keeps it, so that the answer and a later look agree
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
            histories.of(workspace, request.account()),
            asked);
    keep(plan);
    return Response.created(URI.create("/v1/budget-plans/" + plan.id())).entity(plan).build();
  }

  private void keep(BudgetPlan plan) {
    var announced = new AtomicBoolean();
    try {
      store.keep(
          plan,
          caller.subject(),
          () -> {
            publisher.publish(plan);
            announced.set(true);
          });
    } catch (RuntimeException e) {
      // The database failed at the very commit: nobody may act on a plan that nobody can look up
      if (announced.get()) {
        publisher.withdraw(plan);
      }
      throw e;
    }
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.PLANS_READ)
  public BudgetPlan get(String id) {
    return store
        .find(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("No plan has the id " + id + "."));
  }

  /** The newest plans of an account, or of all. */
  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  public PlanList list(
      @RestQuery String account,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
          @RestQuery
          @DefaultValue("20")
          String limit) {
    return new PlanList(
        store.newest(caller.workspace(), account, PageLimit.parse(limit, MOST_LISTED)));
  }
}
