package dev.bellwether.ingest.erasure;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Where a deletion on a post's platform is passed on. */
@Path("/v1/mentions")
@RunOnVirtualThread
public class UpstreamDeletionResource {

  private final BegunErasure begun;
  private final Caller caller;

  public UpstreamDeletionResource(BegunErasure begun, Caller caller) {
    this.begun = begun;
    this.caller = caller;
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Scopes.MENTIONS_WRITE)
  @Operation(
      summary = "Erase a post that its platform has deleted",
      description = "The same as POST /v1/erasures with this mention.")
  @APIResponse(
      responseCode = "202",
      description = "Begun; the Location header says where its receipt grows",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Response delete(String id) {
    return begun.answer(caller.workspace(), ErasureRequest.mention(id), "deleted on its platform");
  }
}
