package dev.bellwether.ingest.erasure;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where erasures are asked for and their receipts are read. */
@Path("/v1/erasures")
@RunOnVirtualThread
public class ErasureResource {

  private final ErasureStore store;
  private final BegunErasure begun;
  private final Caller caller;

  public ErasureResource(ErasureStore store, BegunErasure begun, Caller caller) {
    this.store = store;
    this.begun = begun;
    this.caller = caller;
  }

  @POST
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
    return begun.answer(caller.workspace(), request.subject(), request.reason());
  }

  @GET
  @RolesAllowed(Scopes.ERASURES_READ)
  @Operation(summary = "The latest 200 erasures, newest first")
  public Receipt.Receipts list() {
    return new Receipt.Receipts(store.list(caller.workspace()));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Scopes.ERASURES_READ)
  @Operation(summary = "How far an erasure has come: its receipt once completed")
  public Receipt get(String id) {
    return store
        .find(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("No erasure has the id " + id + "."));
  }
}
