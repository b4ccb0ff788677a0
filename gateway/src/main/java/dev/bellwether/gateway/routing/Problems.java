package dev.bellwether.gateway.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.gateway.upstream.Upstream;
import dev.bellwether.gateway.upstream.UpstreamClient.Received;
import dev.bellwether.kit.problem.Problem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Answers that the gateway gives in place of a service, as {@code application/problem+json}. */
@ApplicationScoped
public class Problems {

  // Time for a client that is still sending to notice the answer, before the connection is closed
  // on it
  private static final long DRAIN_MILLIS = 5_000;
  private static final Map<String, String> SOON = Map.of("Retry-After", "5");

  private final ObjectMapper json;
  private final Vertx vertx;

  public Problems(ObjectMapper json, Vertx vertx) {
    this.json = json;
    this.vertx = vertx;
  }

  void noSuchPath(HttpServerRequest request) {
    answer(
        request,
        404,
        "Not found",
        "Nothing answers at this path; /openapi lists what there is.",
        Map.of());
  }

  void methodNotAllowed(HttpServerRequest request, String allowed) {
    answer(
        request,
        405,
        "Method not allowed",
        "This method is not let through; use one of " + allowed + ".",
        Map.of("Allow", allowed));
  }

  void noHost(HttpServerRequest request) {
    answer(request, 400, "Bad request", "The request has no Host header.", Map.of());
  }

  void keyMissing(HttpServerRequest request) {
    answer(
        request,
        401,
        "API key required",
        "Send the key as 'Authorization: Bearer bw_…' or 'X-API-Key: bw_…'.",
        Map.of("WWW-Authenticate", "Bearer realm=\"bellwether\""));
  }

  void keyRefused(HttpServerRequest request) {
    answer(
        request,
        401,
        "API key refused",
        "The key is malformed, unknown or revoked.",
        Map.of("WWW-Authenticate", "Bearer realm=\"bellwether\", error=\"invalid_token\""));
  }

  void tooLarge(HttpServerRequest request, long limit) {
    answer(
        request,
        413,
        "Request too large",
        "A request may hold at most " + limit + " bytes; send the rows in several.",
        Map.of());
  }

  void keysUnavailable(HttpServerRequest request) {
    answer(
        request,
        503,
        "Gateway unavailable",
        "The gateway cannot look up keys at the moment.",
        SOON);
  }

  void auditUnavailable(HttpServerRequest request) {
    answer(
        request,
        503,
        "Gateway unavailable",
        "Who sees posts and people is written down, and that cannot be done at the moment. What the request was to"
            + " change may have changed.",
        SOON);
  }

  void unreachable(HttpServerRequest request, Upstream upstream) {
    answer(
        request,
        503,
        "Service unavailable",
        "The " + upstream.label() + " service cannot be reached.",
        SOON);
  }

  void slow(HttpServerRequest request, Upstream upstream) {
    answer(
        request,
        504,
        "Service too slow",
        "The "
            + upstream.label()
            + " service did not answer in time; the request may still take effect.",
        SOON);
  }

  void broken(HttpServerRequest request, Upstream upstream) {
    answer(
        request,
        502,
        "Service failed",
        "The " + upstream.label() + " service broke off; the request may have taken effect.",
        SOON);
  }

  void identityRefused(HttpServerRequest request, Upstream upstream) {
    answer(
        request,
        502,
        "Service misconfigured",
        "The "
            + upstream.label()
            + " service does not accept the gateway's signature: their keys do not match.",
        SOON);
  }

  void scopeMissing(HttpServerRequest request, String scope) {
    answer(request, 403, "Forbidden", "The key lacks the scope " + scope + ".", Map.of());
  }

  /** A service's own problem, as it is. */
  void passOn(HttpServerRequest request, Received answer, Upstream upstream) {
    if (answer.body().length() == 0) {
      wordless(request, answer.status(), answer.title(), upstream);
      return;
    }
    String later = answer.headers().get(HttpHeaders.RETRY_AFTER);
    send(
        request,
        answer.status(),
        later == null ? Map.of() : Map.of("Retry-After", later),
        answer.body());
  }

  /** Gives words to an error that a service answered without any. */
  void wordless(HttpServerRequest request, int status, String title, Upstream upstream) {
    answer(
        request,
        status,
        title,
        "The " + upstream.label() + " service answered so, without details.",
        Map.of());
  }

  private void answer(
      HttpServerRequest request,
      int status,
      String title,
      String detail,
      Map<String, String> headers) {
    send(
        request,
        status,
        headers,
        Buffer.buffer(write(new Problem("about:blank", title, status, detail, null))));
  }

  private void send(
      HttpServerRequest request, int status, Map<String, String> headers, Buffer body) {
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) {
      return;
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    drain(request);
    headers.forEach(response::putHeader);
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body);
  }

  /**
   * Reads on and throws away what the client still sends: closing at once would take the answer
   * from it.
   */
  private void drain(HttpServerRequest request) {
    if (request.isEnded()) {
      return;
    }
    long timer = vertx.setTimer(DRAIN_MILLIS, id -> request.connection().close());
    request.exceptionHandler(e -> vertx.cancelTimer(timer));
    request.endHandler(end -> vertx.cancelTimer(timer));
    request.handler(ignored -> {});
    request.resume();
  }

  private String write(Problem problem) {
    try {
      return json.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem is four plain fields", e);
    }
  }
}
