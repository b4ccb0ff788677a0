package dev.bellwether.sentiment.api;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.sentiment.storage.CorrectionQueries;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What people said of mentions: labels to train on. */
@Path("/v1/sentiment/corrections")
@Tag(name = "Sentiment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.SENTIMENT_READ)
@RunOnVirtualThread
public class CorrectionResource {

  private static final int MAX_LIMIT = 1_000;

  private final Caller caller;
  private final CorrectionQueries queries;

  public CorrectionResource(Caller caller, CorrectionQueries queries) {
    this.caller = caller;
    this.queries = queries;
  }

  @GET
  @Operation(
      summary = "Corrected labels, newest first",
      description =
          "Without texts: GET /v1/mentions/{id} has them. Follow next (also in the Link header) for the following page."
              + " A correction made meanwhile is not on the pages behind.")
  public RestResponse<CorrectionPage> list(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
          @RestQuery
          @DefaultValue("200")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    int most = PageLimit.parse(limit, MAX_LIMIT);
    var after = cursor == null ? null : CorrectionCursor.decode(cursor);
    var found =
        queries.newest(
            caller.workspace(),
            most + 1,
            after == null ? null : after.correctedAt(),
            after == null ? null : after.mention());
    var shown = found.stream().limit(most).map(CorrectionView::of).toList();
    if (found.size() <= most) {
      return RestResponse.ok(new CorrectionPage(shown, null));
    }
    var last = shown.getLast();
    String next = CorrectionCursor.after(last.correctedAt(), last.mentionId()).encode();
    URI page = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
    // Path and query only: the address a client knows is the gateway's
    String link = "<" + page.getRawPath() + "?" + page.getRawQuery() + ">; rel=\"next\"";
    return RestResponse.ResponseBuilder.ok(new CorrectionPage(shown, next))
        .header("Link", link)
        .build();
  }
}
