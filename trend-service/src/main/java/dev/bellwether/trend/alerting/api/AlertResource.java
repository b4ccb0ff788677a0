package dev.bellwether.trend.alerting.api;

import dev.bellwether.contracts.signal.SignalKind;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.kit.request.TimeParameter;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.rule.RuleKind;
import dev.bellwether.trend.alerting.storage.AlertCursor;
import dev.bellwether.trend.alerting.storage.AlertFilter;
import dev.bellwether.trend.alerting.storage.AlertQueries;
import dev.bellwether.trend.alerting.storage.AlertView;
import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What rules have found, and how it was delivered. */
@Path("/v1/alerts")
@RunOnVirtualThread
public class AlertResource {

  private static final int MOST = 500;

  private final AlertingDatabase database;
  private final WorkspaceTransaction transactions;
  private final AlertQueries alerts;
  private final Caller caller;

  public AlertResource(
      AlertingDatabase database,
      WorkspaceTransaction transactions,
      AlertQueries alerts,
      Caller caller) {
    this.database = database;
    this.transactions = transactions;
    this.alerts = alerts;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(
      summary = "Alerts, the latest first",
      description = "Follow next (also in the Link header) for the following page.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AlertPage.class)))
  public Response list(
      @Parameter(description = "Only this rule's, by id") @QueryParam("rule") String rule,
      @Parameter(description = "Only about this monitor, connector or plan") @QueryParam("subject")
          String subject,
      @Parameter(description = "Only with a signal of this kind, such as new-topic")
          @QueryParam("kind")
          String kind,
      @Parameter(description = "Earliest event time, ISO 8601 with offset") @QueryParam("from")
          String from,
      @Parameter(description = "Event times before this, ISO 8601 with offset") @QueryParam("to")
          String to,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit,
      @QueryParam("cursor") String cursor,
      @Context UriInfo uri) {
    String workspace = workspace();
    var start = TimeParameter.parse("from", from);
    var end = TimeParameter.parse("to", to);
    TimeParameter.checkOrder(start, end);
    var filter = new AlertFilter(rule, subject, known(kind), start, end);
    int most = PageLimit.parse(limit, MOST);
    var after = cursor == null ? null : AlertCursor.decode(cursor);
    var page =
        transactions.inWorkspace(
            workspace, connection -> alerts.page(connection, workspace, filter, most, after));
    String next = page.next() == null ? null : page.next().encode();
    var answer = Response.ok(new AlertPage(page.alerts(), next));
    if (next != null) {
      URI following = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
      // Path and query only: the address a client knows is the gateway's
      answer.header(
          HttpHeaders.LINK,
          "<" + following.getRawPath() + "?" + following.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  private static String known(String kind) {
    if (kind == null
        || Arrays.stream(SignalKind.values()).map(RuleKind::label).anyMatch(kind::equals)) {
      return kind;
    }
    throw ProblemException.badRequest(
        "kind",
        "kind is one of "
            + Arrays.stream(SignalKind.values())
                .map(RuleKind::label)
                .collect(Collectors.joining(", "))
            + ".");
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "One alert, with its signals, deliveries and every attempt")
  public AlertDetail get(String id) {
    String workspace = workspace();
    return transactions.inWorkspace(
        workspace,
        connection ->
            new AlertDetail(
                alerts.find(connection, workspace, id).orElseThrow(() -> unknown(id)),
                alerts.signals(connection, workspace, id),
                alerts.deliveries(connection, workspace, id)));
  }

  @POST
  @Path("/{id}/acknowledge")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Say that somebody takes care of it",
      description = "Who was first stays. What is not yet delivered is delivered all the same.")
  public AlertView acknowledge(String id) {
    String workspace = workspace();
    String by = caller.subject();
    return transactions.inWorkspace(
        workspace,
        connection -> {
          alerts.acknowledge(connection, workspace, id, by);
          return alerts.find(connection, workspace, id).orElseThrow(() -> unknown(id));
        });
  }

  private String workspace() {
    database.require();
    return caller.workspace();
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No alert has the id " + id + ".");
  }
}
