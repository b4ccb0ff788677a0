package dev.bellwether.ingest.erasure;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where erasures are asked for and their receipts are read. */
@Path("/v1")
@RunOnVirtualThread
public class ErasureResource {

  private final ErasureStore store;
  private final ErasureWorker worker;
  private final Caller caller;

  public ErasureResource(ErasureStore store, ErasureWorker worker, Caller caller) {
    this.store = store;
    this.worker = worker;
    this.caller = caller;
  }

  @POST
  @Path("/erasures")
  @RolesAllowed(Scopes.ERASURES_WRITE)
  @Operation(
      summary = "Erase a post or everything of an author",
      description =
          "Send mention, such as \"x:1\", or author with platform and account. Every service removes it and"
              + " acknowledges; the acknowledgements are the receipt. The posts cannot be imported again. The same"
              + " asked for again while it is under way is the same erasure.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; the Location header says where its receipt grows",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response erase(ErasureRequest request) {
    if (request == null) {
      throw ProblemException.badRequest("body", "The body is empty; send mention or author.");
    }
    return begin(request.subject(), request.reason());
  }

  @DELETE
  @Path("/mentions/{id}")
  @RolesAllowed(Scopes.MENTIONS_WRITE)
  @Operation(
      summary = "Erase a post that its platform has deleted",
      description = "The same as POST /v1/erasures with this mention.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; the Location header says where its receipt grows",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response delete(String id) {
    return begin(ErasureRequest.mention(id), "deleted on its platform");
  }

  private Response begin(Subject subject, String reason) {
    String id = store.begin(caller.workspace(), subject, reason);
    worker.look();
    return Response.accepted(receipt(id)).location(URI.create("/v1/erasures/" + id)).build();
  }

  @GET
  @Path("/erasures")
  @RolesAllowed(Scopes.ERASURES_READ)
  @Operation(summary = "The latest 200 erasures, newest first")
  public Receipt.Receipts list() {
    return new Receipt.Receipts(store.list(caller.workspace()));
  }

  @GET
  @Path("/erasures/{id}")
  @RolesAllowed(Scopes.ERASURES_READ)
  @Operation(summary = "How far an erasure has come: its receipt once completed")
  public Receipt get(String id) {
    return receipt(id);
  }

  private Receipt receipt(String id) {
    return store
        .find(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("No erasure has the id " + id + "."));
  }
}
