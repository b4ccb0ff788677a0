package dev.bellwether.campaign.plan.api;

import dev.bellwether.campaign.plan.AccountHistory;
import dev.bellwether.campaign.plan.PlanTerms;
import dev.bellwether.campaign.plan.Planner;
import dev.bellwether.campaign.plan.Scenarios;
import dev.bellwether.campaign.plan.messaging.PlanPublisher;
import dev.bellwether.campaign.plan.storage.PlanStore;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.quarkus.resteasy.reactive.jackson.CustomDeserialization;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

  /**
   * Makes a plan, stores it and tells the topic; answers once both have it. A field that is not
   * documented is refused, and so are rules that cannot all hold: 422 with a smallest set of those
   * that clash.
   */
  @POST
  @RolesAllowed(Scopes.PLANS_WRITE)
  @CustomDeserialization(StrictReading.class)
  @Operation(summary = "Make a plan")
  @APIResponse(
      responseCode = "201",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = BudgetPlan.class)))
  @APIResponse(responseCode = "400", description = "A field is unknown, or its value is wrong")
  @APIResponse(responseCode = "404", description = "The account has no figures")
  @APIResponse(responseCode = "422", description = "What was asked for cannot all hold, and why")
  public Response create(PlanRequest request) {
    present("body", request);
    var reading = new RequestReading(request, "");
    PlanTerms terms = reading.terms();
    String workspace = caller.workspace();
    AccountHistory history =
        histories.of(workspace, reading.account(), reading.exchange()).with(reading.fresh());
    BudgetPlan plan =
        Planner.plan(
            workspace,
            UUID.randomUUID().toString(),
            // As precise as the database keeps it, so that the answer and a later look agree
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS),
            histories.fitted(workspace, history, terms.goal()),
            terms);
    keep(plan);
    return Response.created(URI.create("/v1/budget-plans/" + plan.id())).entity(plan).build();
  }

  /**
   * Compares up to eight variations of a plan with it: what another budget would bring, or doing
   * without a campaign, or a target. Nothing is stored or published. A variation that cannot be
   * planned says why beside the others.
   */
  @POST
  @Path("/scenarios")
  @RolesAllowed(Scopes.PLANS_READ)
  @CustomDeserialization(StrictReading.class)
  @Operation(summary = "Compare variations of a plan, without keeping any")
  @APIResponse(
      responseCode = "200",
      description = "The scenarios",
      content = @Content(schema = @Schema(implementation = Scenarios.class)))
  @APIResponse(responseCode = "400", description = "A field is unknown, or its value is wrong")
  @APIResponse(responseCode = "404", description = "The account has no figures")
  @APIResponse(responseCode = "422", description = "The base cannot be planned, and why")
  public Scenarios scenarios(ScenarioRequest request) {
    present("body", request);
    present("base", request.base());
    var base = new RequestReading(request.base(), "base.");
    List<Scenarios.Variation> variations = new ArrayList<>();
    List<AccountHistory.Fresh> fresh = new ArrayList<>(base.fresh());
    for (RequestReading.Varied varied : request.varied()) {
      variations.add(varied.variation());
      fresh.addAll(varied.fresh());
    }
    PlanTerms terms = base.terms();
    AccountHistory history = histories.of(caller.workspace(), base.account(), base.exchange());
    return Scenarios.of(history.with(fresh), terms, variations);
  }

  private static void present(String field, Object value) {
    if (value == null) {
      throw ProblemException.badRequest(
          field, "The " + field + " is empty; send the request as JSON.");
    }
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
  @Operation(summary = "One plan as it now stands")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content = @Content(schema = @Schema(implementation = BudgetPlan.class)))
  @APIResponse(responseCode = "404", description = "No plan has the id")
  public BudgetPlan get(String id) {
    return store
        .find(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("No plan has the id " + id + "."));
  }

  /** The newest plans of an account, or of all. */
  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "Plans of an account, or of all, the newest first")
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
