package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.definition.RuleDefinition;
import dev.bellwether.trend.alerting.rule.Rule;
import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import dev.bellwether.trend.alerting.storage.ChannelStore;
import dev.bellwether.trend.alerting.storage.RuleStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Rules: what a team wants to be told of. */
@Path("/v1/alert-rules")
@RunOnVirtualThread
public class RuleResource {

  /** Each signal is held against each of them. */
  private static final int MOST = 200;

  private final AlertingDatabase database;
  private final WorkspaceTransaction transactions;
  private final RuleStore rules;
  private final ChannelStore channels;
  private final Caller caller;

  public RuleResource(
      AlertingDatabase database,
      WorkspaceTransaction transactions,
      RuleStore rules,
      ChannelStore channels,
      Caller caller) {
    this.database = database;
    this.transactions = transactions;
    this.rules = rules;
    this.channels = channels;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "Rules, oldest first", description = "All of them: at most 200.")
  public RulePage list() {
    String workspace = workspace();
    return new RulePage(
        transactions.inWorkspace(workspace, connection -> rules.all(connection, workspace)).stream()
            .map(RuleView::of)
            .toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "One rule")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RuleView.class)))
  public Response get(String id) {
    String workspace = workspace();
    return answer(
        Response.ok(),
        transactions.inWorkspace(
            workspace,
            connection -> rules.find(connection, workspace, id).orElseThrow(() -> unknown(id))));
  }

  @POST
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(summary = "Make a rule", description = "It judges signals that come from then on.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = RuleView.class)))
  public Response create(RuleDefinition definition) {
    String workspace = workspace();
    Rule rule = required(definition).toRule(UUID.randomUUID().toString(), 1);
    transactions.inWorkspace(
        workspace,
        connection -> {
          if (rules.all(connection, workspace).size() >= MOST) {
            throw new ProblemException(
                409,
                "Too many rules",
                "There are " + MOST + " rules, which is the most; delete one, or widen another.",
                null);
          }
          return save(connection, workspace, rule);
        });
    return answer(Response.created(URI.create("/v1/alert-rules/" + rule.id())), rule);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Replace a rule",
      description = "With If-Match only where it is still at that version.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RuleView.class)))
  public Response replace(
      String id, RuleDefinition definition, @HeaderParam("If-Match") String ifMatch) {
    String workspace = workspace();
    var wanted = required(definition);
    return answer(
        Response.ok(),
        transactions.inWorkspace(
            workspace,
            connection -> {
              int version = locked(connection, workspace, id, ifMatch).version();
              return save(connection, workspace, wanted.toRule(id, version + 1));
            }));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Delete a rule",
      description = "Its alerts stay listed; what was not yet delivered is cancelled.")
  public void delete(String id, @HeaderParam("If-Match") String ifMatch) {
    String workspace = workspace();
    transactions.inWorkspace(
        workspace,
        connection -> {
          locked(connection, workspace, id, ifMatch);
          rules.delete(connection, workspace, id);
          return null;
        });
  }

  private Rule save(Connection connection, String workspace, Rule rule) throws SQLException {
    rules
        .named(connection, workspace, rule.name())
        .filter(other -> !other.id().equals(rule.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409,
                  "Name taken",
                  "The rule " + other.id() + " has this name already; choose another.",
                  "name");
            });
    List<String> known =
        channels.byIds(connection, workspace, rule.channels()).stream().map(Channel::id).toList();
    for (String channel : rule.channels()) {
      if (!known.contains(channel)) {
        throw ProblemException.badRequest(
            "channels",
            "channels holds "
                + channel
                + ", which is no channel's id; make it first (POST /v1/alert-channels).");
      }
    }
    rules.save(connection, workspace, rule);
    return rule;
  }

  private Rule locked(Connection connection, String workspace, String id, String ifMatch)
      throws SQLException {
    Rule rule = rules.lock(connection, workspace, id).orElseThrow(() -> unknown(id));
    Versions.check(ifMatch, rule.version());
    return rule;
  }

  private String workspace() {
    database.require();
    return caller.workspace();
  }

  private static Response answer(Response.ResponseBuilder answer, Rule rule) {
    return Versions.tagged(answer, rule.version()).entity(RuleView.of(rule)).build();
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No rule has the id " + id + ".");
  }

  private static RuleDefinition required(RuleDefinition definition) {
    if (definition == null) {
      throw ProblemException.badRequest("body", "The body is empty; send the rule as JSON.");
    }
    return definition;
  }
}
