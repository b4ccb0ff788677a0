package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.definition.ChannelDefinition;
import dev.bellwether.trend.alerting.storage.AlertingDatabase;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Channels: where alerts are sent. */
@Path("/v1/alert-channels")
@RunOnVirtualThread
public class ChannelResource {

  private final AlertingDatabase database;
  private final ChannelDesk desk;
  private final Caller caller;

  public ChannelResource(AlertingDatabase database, ChannelDesk desk, Caller caller) {
    this.database = database;
    this.desk = desk;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "Channels, oldest first", description = "All of them: at most 50.")
  public ChannelPage list() {
    return new ChannelPage(desk.all(workspace()).stream().map(ChannelView::of).toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "One channel")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChannelView.class)))
  public Response get(String id) {
    return answer(Response.ok(), desk.get(workspace(), id), null);
  }

  @POST
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Make a channel",
      description = "The answer holds a webhook's secret, which is never shown again.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ChannelView.class)))
  public Response create(ChannelDefinition definition) {
    var made = desk.create(workspace(), required(definition));
    return answer(
        Response.created(URI.create("/v1/alert-channels/" + made.channel().id())),
        made.channel(),
        made.secret());
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Replace a channel",
      description =
          "Its kind and a webhook's secret stay. With enabled true what the outbox has disabled works again.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChannelView.class)))
  public Response replace(
      String id, ChannelDefinition definition, @HeaderParam("If-Match") String ifMatch) {
    return answer(
        Response.ok(), desk.replace(workspace(), id, required(definition), ifMatch), null);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Delete a channel",
      description = "Refused while a rule speaks through it. What waits for it is cancelled.")
  public void delete(String id, @HeaderParam("If-Match") String ifMatch) {
    desk.delete(workspace(), id, ifMatch);
  }

  @POST
  @Path("/{id}/test")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Send a test message",
      description = "Once, at once, whatever the hour; the answer says what came of it.")
  public TestOutcome test(String id) {
    return desk.test(workspace(), id);
  }

  @POST
  @Path("/{id}/rotate-secret")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Give a webhook a new secret",
      description =
          "The answer holds it, once. For 24 hours messages bear a signature by either secret.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChannelView.class)))
  public Response rotate(String id) {
    var rotated = desk.rotate(workspace(), id);
    return answer(Response.ok(), rotated.channel(), rotated.secret());
  }

  private String workspace() {
    database.require();
    return caller.workspace();
  }

  private static Response answer(Response.ResponseBuilder answer, Channel channel, String secret) {
    var tagged = Versions.tagged(answer, channel.version());
    return (secret == null ? tagged : tagged.header("Cache-Control", "no-store"))
        .entity(ChannelView.of(channel, secret))
        .build();
  }

  private static ChannelDefinition required(ChannelDefinition definition) {
    if (definition == null) {
      throw ProblemException.badRequest("body", "The body is empty; send the channel as JSON.");
    }
    return definition;
  }
}
