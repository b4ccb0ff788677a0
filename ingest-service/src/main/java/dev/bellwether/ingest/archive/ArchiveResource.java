package dev.bellwether.ingest.archive;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The archive of mentions. */
@Path("/v1/mentions")
@RunOnVirtualThread
@RolesAllowed(Scopes.MENTIONS_READ)
public class ArchiveResource {

  private static final int MAX_LIMIT = 500;

  /** How many mentions match. */
  public record MentionCount(long count) {}

  /** The filters that finding and counting share. */
  public record Filters(
      @RestQuery String q,
      @RestQuery String monitor,
      @RestQuery String platform,
      @RestQuery String language,
      @RestQuery String label,
      @RestQuery String from,
      @RestQuery String to) {

    MentionQuery toQuery() {
      return MentionQuery.of(q, monitor, platform, language, label, from, to);
    }
  }

  private final ArchiveSearch search;
  private final Caller caller;

  public ArchiveResource(ArchiveSearch search, Caller caller) {
    this.search = search;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Find mentions, newest first",
      description =
          "q is searched as on the web: words, \"phrases\", or, -without. from is inclusive, to exclusive. Follow next"
              + " (also in the Link header) for the following page.")
  public Response find(
      @BeanParam Filters filters,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
          @RestQuery
          @DefaultValue("50")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    int most = PageLimit.parse(limit, MAX_LIMIT);
    SearchCursor after = cursor == null ? null : SearchCursor.decode(cursor);
    MentionPage page = search.find(caller.workspace(), filters.toQuery(), most, after);
    Response.ResponseBuilder answer = Response.ok(page);
    if (page.next() != null) {
      URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
      // Path and query only: the address a client knows is the gateway's
      answer.header("Link", "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
    }
    return answer.build();
  }

  @GET
  @Path("/count")
  @Operation(summary = "Count mentions, exactly")
  public MentionCount count(@BeanParam Filters filters) {
    return new MentionCount(search.count(caller.workspace(), filters.toQuery()));
  }

  @GET
  @Path("/{id}")
  public ArchivedMention get(String id) {
    return search
        .get(caller.workspace(), id)
        .orElseThrow(() -> ProblemException.notFound("The archive has no mention " + id + "."));
  }
}
