package dev.bellwether.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.bellwether.kit.storage.StorageException;
import io.quarkus.security.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Whatever ends a request badly ends it as {@code application/problem+json}. */
public class ProblemMappers {

  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    return e.problem().toResponse();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return problem(403, "Forbidden", "The key lacks the scope that this call needs.", null);
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException e) {
    return JsonProblem.of(e).toResponse();
  }

  /**
   * As {@link #unreadable}; without this Quarkus answers a field of the wrong type in a form of its
   * own.
   */
  @ServerExceptionMapper
  public Response wrongType(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  public Response storage(StorageException e) {
    if (e.isAboutTheData()) {
      // Not its words: they may quote the data
      LOG.warnf("the database refused the data of a request (SQLSTATE %s)", e.sqlState());
      return problem(
          422,
          "Not storable",
          "The database refuses a value of the request: it is too long, out of range or contradicts what is stored."
              + " Change it; the same request would be refused again.",
          null);
    }
    LOG.error("the database refused a request", e);
    return problem(
        503, "Storage unavailable", "The database could not take the request. Try again.", null);
  }

  /** What JAX-RS itself refuses: no such path, method, media type or a body that does not parse. */
  @ServerExceptionMapper
  public Response refused(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException json) {
      return unreadable(json);
    }
    if (e.getResponse().getEntity() instanceof Problem) {
      return e.getResponse();
    }
    var status = e.getResponse().getStatusInfo();
    return problem(status.getStatusCode(), status.getReasonPhrase(), e.getMessage(), null);
  }

  @ServerExceptionMapper
  public Response unexpected(RuntimeException e) {
    LOG.error("a request failed unexpectedly", e);
    return problem(500, "Internal error", "The service failed; its log says why.", null);
  }

  private static Response problem(int status, String title, String detail, String field) {
    return new Problem("about:blank", title, status, detail, field).toResponse();
  }
}
