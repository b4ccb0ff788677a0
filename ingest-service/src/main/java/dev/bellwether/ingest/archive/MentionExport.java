package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.problem.Problem;
import dev.bellwether.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Streams what a search finds, however much it is. What fails on the way breaks the connection, so
 * that no part passes for the whole.
 */
@ApplicationScoped
public class MentionExport {

  private static final Logger LOG = Logger.getLogger(MentionExport.class);

  /** Each holds a database connection and a snapshot for as long as its client reads. */
  private static final int MOST_AT_ONCE = 3;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  enum Format {
    CSV("text/csv; charset=utf-8", "csv"),
    NDJSON("application/x-ndjson", "ndjson");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
      this.mediaType = mediaType;
      this.extension = extension;
    }

    /**
     * @throws ProblemException 400 when there is no such format
     */
    static Format of(String name) {
      for (Format format : values()) {
        if (format.extension.equalsIgnoreCase(name)) {
          return format;
        }
      }
      throw ProblemException.badRequest("format", "format must be csv or ndjson.");
    }
  }

  /**
   * How to write it.
   *
   * @param mark whether CSV begins with a byte-order mark
   * @param end whether NDJSON ends with a line that counts the others
   */
  record Form(Format format, boolean mark, boolean end) {}

  private final ArchiveSearch search;
  private final ObjectMapper json;
  private final Clock clock;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);

  public MentionExport(ArchiveSearch search, ObjectMapper json, Clock clock) {
    this.search = search;
    this.json = json;
    this.clock = clock;
  }

  /**
   * The answer; its body is made while it is sent.
   *
   * @param request whose connection is broken when that fails
   */
  Response answer(String workspace, ArchiveFilter filter, Form form, HttpServerRequest request) {
    StreamingOutput body = out -> write(workspace, filter, form, request, out);
    String name = "mentions-" + STAMP.format(clock.instant()) + "." + form.format().extension;
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_TYPE, form.format().mediaType)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void write(
      String workspace,
      ArchiveFilter filter,
      Form form,
      HttpServerRequest request,
      OutputStream out) {
    if (!free.tryAcquire()) {
      throw busy();
    }
    try {
      MentionSink sink =
          switch (form.format()) {
            case CSV -> MentionSink.csv(out, form.mark());
            case NDJSON -> MentionSink.ndjson(out, json, form.end());
          };
      // A table's head goes at once: a gateway waits for it, and the first match may be far
      out.flush();
      var writing = new SteadySink(sink, clock);
      search.forEach(workspace, filter, writing::add, writing::nothing);
      sink.end();
    } catch (IOException | RuntimeException e) {
      LOG.warnf("an export broke off: %s", e.getClass().getSimpleName());
      // Waited for: the framework ends the answer as soon as it is told, and that would look whole
      request.connection().close().toCompletionStage().toCompletableFuture().join();
      throw new WebApplicationException(e, Response.Status.INTERNAL_SERVER_ERROR);
    } finally {
      free.release();
    }
  }

  private static WebApplicationException busy() {
    var problem =
        new Problem(
            "about:blank",
            "Too many exports",
            503,
            "So many exports run already; try again when one has ended.",
            null);
    return new WebApplicationException(
        Response.fromResponse(problem.toResponse()).header(HttpHeaders.RETRY_AFTER, "30").build());
  }
}
