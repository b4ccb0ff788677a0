package dev.bellwether.campaign.suggestion.api;

import dev.bellwether.campaign.decision.api.OptionalBody;
import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.campaign.suggestion.SuggestionState;
import dev.bellwether.campaign.suggestion.storage.SuggestionCursor;
import dev.bellwether.campaign.suggestion.storage.SuggestionQueries;
import dev.bellwether.contracts.budget.BudgetPlan;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the talk about a brand suggests for its ads. Nothing happens by itself. */
@Path("/v1/spend-suggestions")
@RunOnVirtualThread
public class SpendSuggestionResource {

  private static final int MOST = 100;

  /**
   * Why somebody does not want it.
   *
   * @param note null where nothing is said
   */
  @RegisterForReflection
  public record DismissalRequest(String note) {}

  /** A suggestion that was accepted, and the plan that was made of it. */
  @RegisterForReflection
  public record Accepted(SpendSuggestion suggestion, BudgetPlan plan) {}

  private final SuggestionQueries suggestions;
  private final Decisions decisions;
  private final OptionalBody bodies;
  private final Caller caller;

  SpendSuggestionResource(
      SuggestionQueries suggestions, Decisions decisions, OptionalBody bodies, Caller caller) {
    this.suggestions = suggestions;
    this.decisions = decisions;
    this.bodies = bodies;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(
      summary = "Suggestions, the newest first",
      description = "Follow next (also in the Link header) for the following page.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SuggestionPage.class)))
  public Response list(
      @Parameter(description = "Only for this ad account") @QueryParam("account") String account,
      @Parameter(description = "Only from this monitor, by id") @QueryParam("monitor")
          String monitor,
      @Parameter(description = "pause, lower, shift or resume") @QueryParam("kind") String kind,
      @Parameter(description = "open, accepted, dismissed or lapsed") @QueryParam("state")
          String state,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100"))
          @QueryParam("limit")
          @DefaultValue("20")
          String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    var page =
        suggestions.page(
            caller.workspace(),
            new SuggestionQueries.Filter(account, monitor, kind(kind), state(state)),
            PageLimit.parse(limit, MOST),
            cursor == null ? null : SuggestionCursor.decode(cursor));
    String next = page.next() == null ? null : page.next().encode();
    var answer =
        Response.ok(
            new SuggestionPage(
                page.suggestions().stream().map(SpendSuggestion::of).toList(), next));
    if (next != null) {
      URI following = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      // Path and query only: the address a client knows is the gateway's
      answer.header(
          HttpHeaders.LINK,
          "<" + following.getRawPath() + "?" + following.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  private static SuggestionKind kind(String name) {
    return name == null
        ? null
        : SuggestionKind.of(name)
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "kind", "kind must be one of pause, lower, shift, resume."));
  }

  private static SuggestionState state(String name) {
    return name == null
        ? null
        : SuggestionState.of(name)
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                        "state", "state must be one of open, accepted, dismissed, lapsed."));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.PLANS_READ)
  @Operation(summary = "One suggestion, with every change of its state")
  @APIResponse(
      responseCode = "200",
      description = "The suggestion",
      content = @Content(schema = @Schema(implementation = SpendSuggestion.class)))
  @APIResponse(responseCode = "404", description = "No suggestion has the id")
  public SpendSuggestion get(String id) {
    return SpendSuggestion.of(find(id));
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Path("/{id}/acceptance")
  @RolesAllowed(Scopes.PLANS_WRITE)
  @Operation(
      summary = "Have a plan made of it",
      description =
          "The plan is proposed like any other: no money moves before somebody approves it.")
  @APIResponse(
      responseCode = "201",
      description = "The suggestion, and the plan",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  @APIResponse(responseCode = "404", description = "No suggestion has the id")
  @APIResponse(responseCode = "409", description = "It is decided on already, or has lapsed")
  @APIResponse(responseCode = "422", description = "No plan can be made of it, and why")
  public Response accept(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = AcceptanceRequest.class)))
          byte[] body)
      throws IOException {
    var request = bodies.read(body, AcceptanceRequest.class).orElse(AcceptanceRequest.PLAIN);
    var plan = decisions.accept(find(id), request, caller.subject());
    return Response.created(URI.create("/v1/budget-plans/" + plan.id()))
        .entity(new Accepted(SpendSuggestion.of(find(id)), plan))
        .build();
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Path("/{id}/dismissal")
  @RolesAllowed(Scopes.PLANS_WRITE)
  @Operation(summary = "Say that it is not wanted")
  @APIResponse(
      responseCode = "200",
      description = "The suggestion",
      content = @Content(schema = @Schema(implementation = SpendSuggestion.class)))
  @APIResponse(responseCode = "404", description = "No suggestion has the id")
  @APIResponse(responseCode = "409", description = "It is decided on already, or has lapsed")
  public SpendSuggestion dismiss(
      String id,
      @RequestBody(
              required = false,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = DismissalRequest.class)))
          byte[] body)
      throws IOException {
    var note = bodies.read(body, DismissalRequest.class).map(DismissalRequest::note).orElse(null);
    decisions.dismiss(find(id), note, caller.subject());
    return SpendSuggestion.of(find(id));
  }

  private Suggestion find(String id) {
    return suggestions
        .find(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("No suggestion has the id " + id + "."));
  }
}
