package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.monitor.backfill.BackfillParameters;
import dev.bellwether.ingest.monitor.backfill.Backfills;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Monitors: what a team watches. A new or changed one matches posts from then on, and a back-fill
 * brings the archive in line with it.
 */
@Path("/v1/monitors")
@RunOnVirtualThread
public class MonitorResource {

  private static final int MAX_LIMIT = 1_000;

  private final WorkspaceTransaction transactions;
  private final MonitorStore store;
  private final MonitorPublisher publisher;
  private final Backfills backfills;
  private final Caller caller;

  public MonitorResource(
      WorkspaceTransaction transactions,
      MonitorStore store,
      MonitorPublisher publisher,
      Backfills backfills,
      Caller caller) {
    this.transactions = transactions;
    this.store = store;
    this.publisher = publisher;
    this.backfills = backfills;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scopes.MONITORS_READ)
  @Operation(
      summary = "List monitors, oldest first",
      description = "Follow next (also in the Link header) for the following page.")
  public Response list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
          @RestQuery
          @DefaultValue("500")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    String workspace = caller.workspace();
    int most = PageLimit.parse(limit, MAX_LIMIT);
    MonitorCursor after = cursor == null ? null : MonitorCursor.decode(cursor);
    MonitorPage page =
        transactions.inWorkspace(
            workspace, connection -> store.page(connection, workspace, most, after));
    Response.ResponseBuilder answer = Response.ok(page);
    if (page.next() != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
      // Path and query only: the address a client knows is the gateway's
      answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.MONITORS_READ)
  public Monitor get(String id) {
    String workspace = caller.workspace();
    return transactions.inWorkspace(
        workspace,
        connection -> store.find(connection, workspace, id).orElseThrow(() -> unknown(id)));
  }

  @POST
  @RolesAllowed(Scopes.MONITORS_WRITE)
  public Response create(MonitorRequest request, @BeanParam BackfillParameters backfill) {
    Backfills.Wish wish = backfill.toWish();
    String workspace = caller.workspace();
    Monitor monitor = required(request).toMonitor(workspace, UUID.randomUUID().toString(), 1);
    transactions.inWorkspace(workspace, connection -> save(connection, null, monitor, wish));
    return Response.created(URI.create("/v1/monitors/" + monitor.id())).entity(monitor).build();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Scopes.MONITORS_WRITE)
  public Monitor replace(
      String id, MonitorRequest request, @BeanParam BackfillParameters backfill) {
    Backfills.Wish wish = backfill.toWish();
    String workspace = caller.workspace();
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Monitor before = locked(connection, workspace, id);
          Monitor now = required(request).toMonitor(workspace, id, before.version() + 1);
          return save(connection, before, now, wish);
        });
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Scopes.MONITORS_WRITE)
  public void delete(String id) {
    String workspace = caller.workspace();
    transactions.inWorkspace(
        workspace,
        connection -> {
          Monitor last = locked(connection, workspace, id);
          store.delete(connection, workspace, id);
          backfills.deleted(connection, last);
          publisher.publishRemoval(workspace, id);
          return null;
        });
  }

  private Monitor save(Connection connection, Monitor before, Monitor monitor, Backfills.Wish wish)
      throws SQLException {
    store
        .findByName(connection, monitor.workspace(), monitor.name())
        .filter(other -> !other.id().equals(monitor.id()))
        .ifPresent(
            other -> {
              throw new ProblemException(
                  409,
                  "Name taken",
                  "The monitor " + other.id() + " has this name already; choose another.",
                  "name");
            });
    store.save(connection, monitor);
    backfills.saved(connection, before, monitor, wish);
    publisher.publish(monitor);
    return monitor;
  }

  private Monitor locked(Connection connection, String workspace, String id) throws SQLException {
    return store.lock(connection, workspace, id).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("No monitor has the id " + id + ".");
  }

  private static MonitorRequest required(MonitorRequest request) {
    if (request == null) {
      throw ProblemException.badRequest("body", "The body is empty; send the monitor as JSON.");
    }
    return request;
  }
}
