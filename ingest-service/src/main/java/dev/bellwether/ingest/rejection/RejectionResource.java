package dev.bellwether.ingest.rejection;

import dev.bellwether.kit.identity.Caller;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.kit.request.TimeParameter;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** What was refused, and why. */
@Path("/v1/rejections")
@RunOnVirtualThread
@RolesAllowed({Scopes.MENTIONS_READ, Scopes.ADS_READ})
public class RejectionResource {

  private static final int MAX_LIMIT = 1_000;

  private static final Map<String, String> SCOPE_BY_KIND =
      Map.of("mentions", Scopes.MENTIONS_READ, "ad-performance", Scopes.ADS_READ);

  /** What the list and its summary share. */
  public record Filters(
      @Parameter(description = "mentions or ad-performance; both where it is left out") @RestQuery
          String kind,
      @Parameter(description = "The field at fault, such as createdAt") @RestQuery String field,
      @Parameter(description = "Inclusive") @RestQuery String from,
      @Parameter(description = "Exclusive") @RestQuery String to) {}

  private final WorkspaceTransaction transactions;
  private final Caller caller;
  private final SecurityIdentity identity;

  public RejectionResource(
      WorkspaceTransaction transactions, Caller caller, SecurityIdentity identity) {
    this.transactions = transactions;
    this.caller = caller;
    this.identity = identity;
  }

  @GET
  @Operation(
      summary = "Refused rows and bodies, newest first",
      description =
          "Each with line, row, field and reason, never with what it said. Kept for 30 days, at most 100,000. Rows of"
              + " mentions are seen with mentions:read, of ad figures with ads:read.")
  public RestResponse<RejectionPage> list(
      @BeanParam Filters filters,
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"))
          @RestQuery
          @DefaultValue("100")
          String limit,
      @RestQuery String cursor,
      @Context UriInfo uri) {
    int most = PageLimit.parse(limit, MAX_LIMIT);
    long before = cursor == null ? Long.MAX_VALUE : decode(cursor);
    RejectionFilter filter = filter(filters);
    String workspace = caller.workspace();
    List<RejectionStore.Numbered> found =
        transactions.inWorkspace(
            workspace,
            connection -> RejectionStore.page(connection, workspace, filter, before, most + 1));
    boolean more = found.size() > most;
    List<RejectionStore.Numbered> shown = more ? found.subList(0, most) : found;
    String next = more ? Long.toString(shown.getLast().id(), Character.MAX_RADIX) : null;
    var page =
        new RejectionPage(shown.stream().map(RejectionStore.Numbered::rejection).toList(), next);
    return next == null ? RestResponse.ok(page) : withLink(page, uri);
  }

  private static RestResponse<RejectionPage> withLink(RejectionPage page, UriInfo uri) {
    URI next = uri.getRequestUriBuilder().replaceQueryParam("cursor", page.next()).build();
    // Path and query only: the address a client knows is the gateway's
    String link = "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    return RestResponse.ResponseBuilder.ok(page).header("Link", link).build();
  }

  @GET
  @Path("/summary")
  @Operation(
      summary = "How often which reason",
      description = "By kind, field and reason, the most frequent first.")
  public RejectionSummary summary(@BeanParam Filters filters) {
    RejectionFilter filter = filter(filters);
    String workspace = caller.workspace();
    return transactions.inWorkspace(
        workspace, connection -> RejectionStore.summary(connection, workspace, filter));
  }

  private RejectionFilter filter(Filters filters) {
    Instant from = TimeParameter.parse("from", filters.from());
    Instant to = TimeParameter.parse("to", filters.to());
    TimeParameter.checkOrder(from, to);
    return new RejectionFilter(
        kinds(blankToNull(filters.kind())), blankToNull(filters.field()), from, to);
  }

  private Set<String> kinds(String asked) {
    if (asked != null && !SCOPE_BY_KIND.containsKey(asked)) {
      throw ProblemException.badRequest("kind", "kind must be mentions or ad-performance.");
    }
    var kinds = new TreeSet<String>();
    SCOPE_BY_KIND.forEach(
        (kind, scope) -> {
          if ((asked == null || asked.equals(kind)) && identity.hasRole(scope)) {
            kinds.add(kind);
          }
        });
    if (kinds.isEmpty()) {
      throw new ProblemException(
          403,
          "Forbidden",
          "The key lacks the scope " + SCOPE_BY_KIND.get(asked) + ", which rows of this kind need.",
          "kind");
    }
    return kinds;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static long decode(String cursor) {
    try {
      return Long.parseLong(cursor, Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest(
          "cursor", "cursor is not one this service gave; leave it out to start again.");
    }
  }
}
