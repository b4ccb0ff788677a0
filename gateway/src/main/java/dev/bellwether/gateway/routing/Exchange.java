package dev.bellwether.gateway.routing;

import dev.bellwether.gateway.audit.AuditTrail;
import dev.bellwether.gateway.upstream.Upstream;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One request and its answer under way, on one event loop. */
final class Exchange {

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final long NO_TIMER = -1;

  private final Passage passage;
  private final AuditTrail trail;
  private final HttpServerRequest request;
  private final HttpClientRequest out;
  private final Problems problems;
  private final Vertx vertx;
  private final Duration responseTimeout;
  private BoundedBody body;
  private long timer = NO_TIMER;
  private boolean slow;
  private boolean brokenOff;

  Exchange(
      Passage passage,
      AuditTrail trail,
      HttpClientRequest out,
      Problems problems,
      Vertx vertx,
      Duration responseTimeout) {
    this.passage = passage;
    this.trail = trail;
    this.request = passage.request();
    this.out = out;
    this.problems = problems;
    this.vertx = vertx;
    this.responseTimeout = responseTimeout;
  }

  /**
   * @param authority the service's {@code host:port}
   */
  void run(String token, long limit, String authority) {
    body = new BoundedBody(request, limit, this::awaitAnswer);
    ProxyRequest forward = ProxyRequest.reverseProxy(request);
    long length = forward.getBody().length();
    forward
        .setURI(passage.target())
        .setBody(Body.body(body, length))
        .setAuthority(HostAndPort.parseAuthority(authority, -1));
    ForwardedHeaders.toService(forward.headers(), token, passage.requestId());
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))
        && request.version() != HttpVersion.HTTP_1_0) {
      request.response().writeContinue();
    }
    // A caller who has gone leaves no work behind
    passage.context().addEndHandler(end -> finish(end.failed()));
    forward
        .send(out)
        .onSuccess(answer -> note(answer).onComplete(noted -> give(noted, answer, authority)))
        .onFailure(this::fail);
  }

  /** The clock runs only once the service has all it needs. */
  private void awaitAnswer() {
    timer =
        vertx.setTimer(
            responseTimeout.toMillis(),
            id -> {
              slow = true;
              out.reset();
            });
  }

  private Future<Void> note(ProxyResponse answer) {
    cancelTimer();
    if (answer.getBody() != null) {
      // Nobody reads it yet, so nobody else would hear of its end, and the caller would wait for
      // ever
      answer.getBody().stream().exceptionHandler(failure -> brokenOff = true);
    }
    long length = answer.getBody() == null ? -1 : answer.getBody().length();
    return Future.fromCompletionStage(
        trail.ended(answer.getStatusCode(), body.seen(), length < 0 ? null : length),
        vertx.getOrCreateContext());
  }

  private void give(AsyncResult<Void> noted, ProxyResponse answer, String authority) {
    if (noted.succeeded() && brokenOff) {
      LOG.warnf("request %s: %s broke off", passage.requestId(), passage.upstream());
      replace(answer);
      problems.broken(request, passage.upstream());
    } else if (noted.succeeded()) {
      answer(answer, authority);
    } else {
      LOG.errorf("request %s: its audit entry could not be written", passage.requestId());
      replace(answer);
      problems.auditUnavailable(request);
    }
  }

  private void answer(ProxyResponse answer, String authority) {
    Upstream upstream = passage.upstream();
    int status = answer.getStatusCode();
    if (status == 401) {
      LOG.errorf("request %s: %s refused the gateway's signature", passage.requestId(), upstream);
      replace(answer);
      problems.identityRefused(request, upstream);
    } else if (status >= 400
        && "0".equals(answer.headers().get("Content-Length"))
        && !HttpMethod.HEAD.equals(request.method())) {
      String title = answer.getStatusMessage();
      replace(answer);
      problems.wordless(request, status, title, upstream);
    } else {
      ForwardedHeaders.toCaller(answer.headers(), authority);
      if (status == 204 || status == 304) {
        // The library would announce a chunked body where there must be none
        answer.getBody().stream().resume();
        answer.setBody(null);
      }
      answer.send();
    }
  }

  private void replace(ProxyResponse answer) {
    answer.release();
    if (!request.isEnded()) {
      out.reset();
    }
  }

  private void fail(Throwable cause) {
    cancelTimer();
    Upstream upstream = passage.upstream();
    if (body.isTooLarge()) {
      trail.ended(413, body.seen(), null);
      problems.tooLarge(request, body.limit());
    } else if (slow) {
      LOG.warnf(
          "request %s: %s did not answer within %s",
          passage.requestId(), upstream, responseTimeout);
      trail.ended(504, body.seen(), null);
      problems.slow(request, upstream);
    } else if (!request.response().closed()) {
      LOG.warnf("request %s: %s broke off: %s", passage.requestId(), upstream, cause);
      trail.ended(502, body.seen(), null);
      problems.broken(request, upstream);
    }
  }

  private void finish(boolean failed) {
    cancelTimer();
    // Nothing where its end was seen already
    trail.ended(AuditTrail.GONE, body.seen(), null);
    if (failed) {
      out.reset();
    }
  }

  private void cancelTimer() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }
}
