package dev.bellwether.ingest.erasure;

import dev.bellwether.ingest.erasure.ErasureRequest.AuthorName;
import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where it is asked what is held about somebody. */
@Path("/v1/authors")
@RunOnVirtualThread
@RolesAllowed(Scopes.MENTIONS_READ)
public class AuthorResource {

  private final AuthorExport export;
  private final Caller caller;

  public AuthorResource(AuthorExport export, Caller caller) {
    this.export = export;
    this.caller = caller;
  }

  @POST
  @Path("/export")
  @Produces("application/x-ndjson")
  @Operation(
      summary = "Everything held about an author",
      description =
          "A JSON object a line: the pseudonyms, each post with its score and identity, and which figures other services"
              + " have made of them. A POST, so that the account stands in no URL and no access log.")
  public StreamingOutput export(AuthorName author, @Context HttpServerRequest request) {
    if (author == null) {
      throw ProblemException.badRequest("body", "The body is empty; send platform and account.");
    }
    AuthorName checked = author.checked("");
    String workspace = caller.workspace();
    return out -> {
      try {
        export.write(workspace, checked, out);
      } catch (IOException | RuntimeException e) {
        // Waited for, or the framework ends the answer and a part passes for the whole
        request.connection().close().toCompletionStage().toCompletableFuture().join();
        throw e;
      }
    };
  }
}
