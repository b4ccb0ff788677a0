package dev.bellwether.ingest.erasure;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Where erasures are asked for and their receipts are read. */
@Path("/v1/erasures")
@RunOnVirtualThread
public class ErasureResource {

  private static final int MAX_LIMIT = 1_000;
  private static final Pattern CURSOR = Pattern.compile("[0-9a-f-]{36}");

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
  @Operation(
      summary = "Erasures, newest first",
      description = "Follow next (also in the Link header) for the following page.")
  public RestResponse<Receipt.Receipts> list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
          @RestQuery
          @DefaultValue("200")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    int most = PageLimit.parse(limit, MAX_LIMIT);
    if (cursor != null && (!CURSOR.matcher(cursor).matches() || !isKnown(cursor))) {
      throw ProblemException.badRequest(
          "cursor", "cursor is not one this service gave; leave it out to start again.");
    }
    List<Receipt> found = store.list(caller.workspace(), most + 1, cursor);
    if (found.size() <= most) {
      return RestResponse.ok(new Receipt.Receipts(found, null));
    }
    List<Receipt> shown = found.subList(0, most);
    String last = shown.getLast().id();
    URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", last).build();
    // Path and query only: the address a client knows is the gateway's
    String link = "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    return RestResponse.ResponseBuilder.ok(new Receipt.Receipts(shown, last))
        .header("Link", link)
        .build();
  }

  private boolean isKnown(String id) {
    return store.find(caller.workspace(), id).isPresent();
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
