package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.definition.DigestDefinition;
import dev.bellwether.trend.alerting.digest.Digest;
import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import dev.bellwether.trend.alerting.storage.ChannelStore;
import dev.bellwether.trend.alerting.storage.DigestStore;
import dev.bellwether.trend.alerting.storage.DigestStore.Stored;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Digests: what happened, once a day or a week. */
@Path("/v1/alert-digests")
@RunOnVirtualThread
public class DigestResource {

  private static final int MOST = 100;

  private final AlertingDatabase database;
  private final WorkspaceTransaction transactions;
  private final DigestStore digests;
  private final ChannelStore channels;
  private final Caller caller;
  private final Clock clock;

  public DigestResource(
      AlertingDatabase database,
      WorkspaceTransaction transactions,
      DigestStore digests,
      ChannelStore channels,
      Caller caller,
      Clock clock) {
    this.database = database;
    this.transactions = transactions;
    this.digests = digests;
    this.channels = channels;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "Digests, oldest first", description = "All of them: at most 100.")
  public DigestPage list() {
    String workspace = workspace();
    return new DigestPage(
        transactions
            .inWorkspace(workspace, connection -> digests.all(connection, workspace))
            .stream()
            .map(DigestView::of)
            .toList());
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_READ)
  @Operation(summary = "One digest")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DigestView.class)))
  public Response get(String id) {
    String workspace = workspace();
    return answer(
        Response.ok(),
        transactions.inWorkspace(
            workspace,
            connection -> digests.find(connection, workspace, id).orElseThrow(() -> unknown(id))));
  }

  @POST
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(summary = "Make a digest", description = "It is first sent at its next time.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = DigestView.class)))
  public Response create(DigestDefinition definition) {
    String workspace = workspace();
    Digest digest = required(definition).toDigest(UUID.randomUUID().toString(), 1);
    Stored stored =
        transactions.inWorkspace(
            workspace,
            connection -> {
              if (digests.all(connection, workspace).size() >= MOST) {
                throw new ProblemException(
                    409,
                    "Too many digests",
                    "There are " + MOST + " digests, which is the most; delete one.",
                    null);
              }
              return save(connection, workspace, new Stored(digest, null, null));
            });
    return answer(Response.created(URI.create("/v1/alert-digests/" + digest.id())), stored);
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(
      summary = "Replace a digest",
      description = "With If-Match only where it is still at that version.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = DigestView.class)))
  public Response replace(
      String id, DigestDefinition definition, @HeaderParam("If-Match") String ifMatch) {
    String workspace = workspace();
    var wanted = required(definition);
    return answer(
        Response.ok(),
        transactions.inWorkspace(
            workspace,
            connection -> {
              Stored before = locked(connection, workspace, id, ifMatch);
              Digest digest = wanted.toDigest(id, before.digest().version() + 1);
              return save(
                  connection, workspace, new Stored(digest, before.nextDue(), before.lastMade()));
            }));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Scopes.ALERTS_WRITE)
  @Operation(summary = "Delete a digest", description = "One that is already made is still sent.")
  public void delete(String id, @HeaderParam("If-Match") String ifMatch) {
    String workspace = workspace();
    transactions.inWorkspace(
        workspace,
        connection -> {
          locked(connection, workspace, id, ifMatch);
          digests.delete(connection, workspace, id);
          return null;
        });
  }

  private Stored save(Connection connection, String workspace, Stored stored) throws SQLException {
    Digest digest = stored.digest();
    digests
        .named(connection, workspace, digest.name())
        .filter(other -> !other.digest().id().equals(digest.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409,
                  "Name taken",
                  "The digest " + other.digest().id() + " has this name already; choose another.",
                  "name");
            });
    List<String> known =
        channels.byIds(connection, workspace, digest.channels()).stream().map(Channel::id).toList();
    for (String channel : digest.channels()) {
      if (!known.contains(channel)) {
        throw ProblemException.badRequest(
            "channels",
            "channels holds "
                + channel
                + ", which is no channel's id; make it first (POST /v1/alert-channels).");
      }
    }
    Instant nextDue = nextDue(digest, stored.nextDue());
    digests.save(connection, workspace, digest, nextDue);
    return new Stored(digest, nextDue, stored.lastMade());
  }

  /** One that is due already, and about to be made, stays so. */
  private Instant nextDue(Digest digest, Instant before) {
    if (!digest.enabled()) {
      return null;
    }
    Instant now = clock.instant();
    return before != null && !before.isAfter(now) ? before : digest.times().after(now);
  }

  private Stored locked(Connection connection, String workspace, String id, String ifMatch)
      throws SQLException {
    Stored stored = digests.lock(connection, workspace, id).orElseThrow(() -> unknown(id));
    Versions.check(ifMatch, stored.digest().version());
    return stored;
  }

  private String workspace() {
    database.require();
    return caller.workspace();
  }

  private static Response answer(Response.ResponseBuilder answer, Stored stored) {
    return Versions.tagged(answer, stored.digest().version()).entity(DigestView.of(stored)).build();
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No digest has the id " + id + ".");
  }

  private static DigestDefinition required(DigestDefinition definition) {
    if (definition == null) {
      throw ProblemException.badRequest("body", "The body is empty; send the digest as JSON.");
    }
    return definition;
  }
}
