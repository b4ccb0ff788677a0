package dev.bellwether.gateway.routing;

import dev.bellwether.gateway.upstream.Upstream;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** A request that has found its service. */
record Passage(RoutingContext context, Upstream upstream, String requestId) {

  HttpServerRequest request() {
    return context.request();
  }

  /**
   * Path and query exactly as they came, without the scheme and host of an absolute request line.
   */
  String target() {
    HttpServerRequest request = request();
    return request.query() == null ? request.path() : request.path() + "?" + request.query();
  }
}
