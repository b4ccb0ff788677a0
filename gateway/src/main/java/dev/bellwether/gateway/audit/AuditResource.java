package dev.bellwether.gateway.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.gateway.identity.ApiKey;
import dev.bellwether.kit.identity.Scopes;
import dev.bellwether.kit.problem.ProblemException;
import dev.bellwether.kit.request.PageLimit;
import dev.bellwether.kit.request.TimeParameter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.RestQuery;

/** Who has seen and done what. The door has let the caller in; here the scope is looked at. */
@Path(AuditResource.PATH)
@RunOnVirtualThread
public class AuditResource {

  public static final String PATH = "/v1/audit";

  /** Where the door leaves the {@link ApiKey}. */
  public static final String CALLER = "bellwether.caller";

  /** Where the door leaves the request's id. */
  public static final String REQUEST_ID = "bellwether.request-id";

  private static final int MAX_LIMIT = 1_000;
  private static final String NDJSON = "application/x-ndjson";

  /** What the list can be narrowed to. */
  public record Filters(
      @RestQuery String from,
      @RestQuery String to,
      @RestQuery String key,
      @RestQuery String method,
      @RestQuery String route,
      @RestQuery String status,
      @RestQuery String mention,
      @RestQuery String author) {}

  private final AuditStore store;
  private final Audit audit;
  private final ObjectMapper json;

  public AuditResource(AuditStore store, Audit audit, ObjectMapper json) {
    this.store = store;
    this.audit = audit;
    this.json = json;
  }

  @GET
  public Response list(
      @BeanParam Filters filters,
      @RestQuery @DefaultValue("100") String limit,
      @RestQuery String cursor,
      @RestQuery @DefaultValue("json") String format,
      RoutingContext context) {
    ApiKey caller = caller(context);
    AuditTrail trail =
        audit.trail(
            caller,
            context.request().method().name(),
            PATH,
            context.request().query(),
            context.get(REQUEST_ID));
    try {
      requireScope(caller);
      Response answer =
          switch (format) {
            case "json" -> page(caller, filters, limit, cursor, context);
            case "ndjson" -> export(caller, filter(caller, filters), context);
            default ->
                throw ProblemException.badRequest("format", "format must be json or ndjson.");
          };
      await(trail, 200);
      return answer;
    } catch (ProblemException e) {
      await(trail, e.problem().status());
      throw e;
    }
  }

  private static ApiKey caller(RoutingContext context) {
    if (context.get(CALLER) instanceof ApiKey caller) {
      return caller;
    }
    throw ProblemException.notFound("Nothing answers at this path; /openapi lists what there is.");
  }

  private static void requireScope(ApiKey caller) {
    if (!caller.scopes().contains(Scopes.AUDIT_READ)) {
      throw new ProblemException(
          403, "Forbidden", "The key lacks the scope " + Scopes.AUDIT_READ + ".", null);
    }
  }

  /** Whoever looks at the log is in it. */
  private static void await(AuditTrail trail, int status) {
    try {
      trail.ended(status, null, null).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new ProblemException(
          503, "Gateway unavailable", "The audit log cannot be written at the moment.", null);
    }
  }

  private Response page(
      ApiKey caller, Filters filters, String limit, String cursor, RoutingContext context) {
    int most = PageLimit.parse(limit, MAX_LIMIT);
    long before = cursor == null ? Long.MAX_VALUE : decode(cursor);
    List<AuditView> found =
        store.find(caller.workspace(), filter(caller, filters), before, most + 1);
    if (found.size() <= most) {
      return Response.ok(new AuditPage(found, null)).build();
    }
    List<AuditView> shown = found.subList(0, most);
    String next = Long.toString(shown.getLast().id(), Character.MAX_RADIX);
    String query = context.request().query();
    String link =
        UriBuilder.fromPath(PATH)
            .replaceQuery(query)
            .replaceQueryParam("cursor", next)
            .build()
            .toString();
    return Response.ok(new AuditPage(shown, next))
        .header("Link", "<" + link + ">; rel=\"next\"")
        .build();
  }

  /** Everything that the filter finds, an entry a line. */
  private Response export(ApiKey caller, AuditFilter filter, RoutingContext context) {
    StreamingOutput lines =
        out -> {
          try {
            write(caller, filter, out);
          } catch (IOException | RuntimeException e) {
            // Waited for, or the framework ends the answer and a part passes for the whole
            context.request().connection().close().toCompletionStage().toCompletableFuture().join();
            throw e;
          }
        };
    return Response.ok(lines, NDJSON).build();
  }

  private void write(ApiKey caller, AuditFilter filter, OutputStream out) throws IOException {
    long before = Long.MAX_VALUE;
    List<AuditView> page;
    do {
      page = store.find(caller.workspace(), filter, before, MAX_LIMIT);
      for (AuditView entry : page) {
        out.write((json.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        before = entry.id();
      }
    } while (page.size() == MAX_LIMIT);
  }

  private AuditFilter filter(ApiKey caller, Filters filters) {
    Instant from = TimeParameter.parse("from", filters.from());
    Instant to = TimeParameter.parse("to", filters.to());
    TimeParameter.checkOrder(from, to);
    String method = blankToNull(filters.method());
    return new AuditFilter(
        from,
        to,
        blankToNull(filters.key()),
        method == null ? null : method.toUpperCase(Locale.ROOT),
        blankToNull(filters.route()),
        status(blankToNull(filters.status())),
        subject(caller, blankToNull(filters.mention()), blankToNull(filters.author())));
  }

  private SubjectDigest subject(ApiKey caller, String mention, String author) {
    if (mention != null && author != null) {
      throw ProblemException.badRequest("author", "Give mention or author, not both.");
    }
    if (mention != null) {
      return audit.digest(caller, SubjectDigest.Kind.MENTION, mention);
    }
    return author == null ? null : audit.digest(caller, SubjectDigest.Kind.AUTHOR, author);
  }

  private static Integer status(String text) {
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest("status", "status must be a number such as 200.");
    }
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static long decode(String cursor) {
    try {
      return Long.parseLong(cursor, Character.MAX_RADIX);
    } catch (NumberFormatException e) {
      throw ProblemException.badRequest(
          "cursor", "cursor is not one the gateway gave; leave it out to start again.");
    }
  }
}
