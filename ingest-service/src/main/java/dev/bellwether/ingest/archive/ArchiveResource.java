package dev.bellwether.ingest.archive;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;

/** The archive of mentions. */
@Path("/v1/mentions")
@RunOnVirtualThread
@RolesAllowed(Scopes.MENTIONS_READ)
public class ArchiveResource {

  private static final int MAX_LIMIT = 500;

  /**
   * How many mentions match.
   *
   * @param exact false where there are at least {@code count}: more would have had to be looked at
   *     than one answer may
   */
  public record MentionCount(long count, boolean exact) {}

  private final ArchiveSearch search;
  private final MentionExport export;
  private final Caller caller;

  public ArchiveResource(ArchiveSearch search, MentionExport export, Caller caller) {
    this.search = search;
    this.export = export;
    this.caller = caller;
  }

  @GET
  @Operation(
      summary = "Find mentions, newest first",
      description =
          "All filters must hold. q is in the query language of monitors. Follow next (also in the Link header) until"
              + " there is none: a page may hold fewer mentions than limit, even none, where many had to be looked at.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MentionPage.class)))
  public Response find(
      @BeanParam FilterParameters filters,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500"))
          @RestQuery
          @DefaultValue("50")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    KnownParameters.check(uri, "limit", "cursor");
    int most = PageLimit.parse(limit, MAX_LIMIT);
    SearchCursor after = cursor == null ? null : SearchCursor.decode(cursor);
    MentionPage page = search.find(caller.workspace(), filters.toFilter(), most, after);
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
  @Operation(
      summary = "Count mentions",
      description =
          "Exactly (exact is true), but for queries of phrases, wildcards, nearness, negation, links or signs that would"
              + " have more than 100,000 mentions looked at: then there are at least count.")
  public MentionCount count(@BeanParam FilterParameters filters, @Context UriInfo uri) {
    KnownParameters.check(uri);
    ArchiveSearch.Count count = search.count(caller.workspace(), filters.toFilter());
    return new MentionCount(count.mentions(), count.exact());
  }

  @GET
  @Path("/export")
  @Produces({"text/csv", "application/x-ndjson", "application/json"})
  @Operation(
      summary = "Export mentions, newest first",
      description =
          "Every mention that the filters find, as the archive is when the export begins. csv has a row of names and is"
              + " safe to open in a spreadsheet: text that would begin a formula gets an apostrophe before it."
              + " ndjson has a mention a line, exactly as it is. An export that fails breaks the connection instead of"
              + " ending the answer.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(implementation = ArchivedMention.class))
      })
  @APIResponse(responseCode = "503", description = "Too many exports run; Retry-After says when")
  public Response export(
      @BeanParam FilterParameters filters,
      @Parameter(description = "csv or ndjson", required = true) @RestQuery String format,
      @Parameter(description = "csv only: true begins with a byte-order mark, as Excel wants it")
          @RestQuery
          String bom,
      @Parameter(description = "ndjson only: true ends with the line {\"end\":true,\"rows\":n}")
          @RestQuery
          String end,
      @Context UriInfo uri,
      @Context HttpServerRequest request) {
    KnownParameters.check(uri, "format", "bom", "end");
    var form =
        new MentionExport.Form(
            MentionExport.Format.of(format), isTrue("bom", bom), isTrue("end", end));
    return export.answer(caller.workspace(), filters.toFilter(), form, request);
  }

  private static boolean isTrue(String parameter, String value) {
    return switch (value) {
      case null -> false;
      case "false" -> false;
      case "true" -> true;
      default -> throw ProblemException.badRequest(parameter, parameter + " is true or false.");
    };
  }

  @GET
  @Path("/{id}")
  public ArchivedMention get(String id) {
    return search.get(caller.workspace(), id).orElseThrow(() -> unknown(id));
  }

  @GET
  @Path("/{id}/engagement")
  @Operation(
      summary = "How a mention was taken up over time",
      description = "Likes, reposts, replies and views whenever they changed, oldest first.")
  public EngagementHistory engagement(String id) {
    List<EngagementHistory.Figures> figures = search.engagement(caller.workspace(), id);
    if (figures.isEmpty()) {
      throw unknown(id);
    }
    return new EngagementHistory(id, figures);
  }

  private static ProblemException unknown(String id) {
    return ProblemException.notFound("The archive has no mention " + id + ".");
  }
}
