package dev.bellwether.gateway.upstream;

import dev.bellwether.gateway.GatewayLimits;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Connections to the services: pooled, never following a redirect, never decoding what they carry.
 */
@ApplicationScoped
public class UpstreamClient {

  /** What a service said: its status and its body as text. */
  public record Reply(int status, String body) {}

  /**
   * A whole answer, held in memory.
   *
   * @param title of the status, as the service put it
   */
  public record Received(int status, String title, MultiMap headers, Buffer body) {}

  private final UpstreamAddresses addresses;
  private final HttpClient client;

  public UpstreamClient(Vertx vertx, UpstreamAddresses addresses, GatewayLimits limits) {
    this.addresses = addresses;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(limits.connectionsPerUpstream())
                .setConnectTimeout(Math.toIntExact(limits.connectTimeout().toMillis()))
                .setIdleTimeout(Math.toIntExact(limits.idleTimeout().toSeconds()))
                .setKeepAliveTimeout(15));
  }

  /**
   * Opens a request; fails when no connection can be had within the connect time-out, with nothing
   * sent.
   */
  public Future<HttpClientRequest> open(Upstream upstream, HttpMethod method, String pathAndQuery) {
    return client.request(
        new RequestOptions()
            .setMethod(method)
            .setHost(host(upstream))
            .setPort(port(upstream))
            .setSsl(isTls(upstream))
            .setURI(pathAndQuery));
  }

  /**
   * Reads a small document of the service itself, such as its health; fails when that takes longer
   * than {@code limit}.
   */
  public Future<Reply> get(Upstream upstream, String pathAndQuery, Duration limit) {
    var options =
        new RequestOptions()
            .setMethod(HttpMethod.GET)
            .setHost(host(upstream))
            .setPort(port(upstream))
            .setSsl(isTls(upstream))
            .setURI(pathAndQuery)
            .setTimeout(limit.toMillis());
    return client
        .request(options)
        .compose(HttpClientRequest::send)
        .compose(
            response ->
                response
                    .body()
                    .map(Buffer::toString)
                    .map(body -> new Reply(response.statusCode(), body)));
  }

  /**
   * Asks and waits for the whole answer, of any status; for answers that are small by what they
   * hold.
   *
   * @param limit for each of sending and receiving
   * @return fails with {@link UpstreamFailure}
   */
  public Future<Received> exchange(
      Upstream upstream,
      HttpMethod method,
      String pathAndQuery,
      MultiMap headers,
      Buffer body,
      Duration limit) {
    return open(upstream, method, pathAndQuery)
        .recover(failure -> failed(upstream, UpstreamFailure.Kind.UNREACHABLE, failure))
        .compose(
            out -> {
              out.headers().addAll(headers);
              out.idleTimeout(limit.toMillis());
              return out.send(body)
                  .compose(
                      answer ->
                          answer
                              .body()
                              .map(
                                  whole ->
                                      new Received(
                                          answer.statusCode(),
                                          answer.statusMessage(),
                                          answer.headers(),
                                          whole)))
                  .recover(
                      failure ->
                          failed(
                              upstream,
                              failure instanceof TimeoutException
                                  ? UpstreamFailure.Kind.SLOW
                                  : UpstreamFailure.Kind.BROKEN,
                              failure));
            });
  }

  private static <T> Future<T> failed(
      Upstream upstream, UpstreamFailure.Kind kind, Throwable cause) {
    return Future.failedFuture(new UpstreamFailure(upstream, kind, cause));
  }

  /** {@code host:port} as it would stand in a Location that the service made. */
  public String authority(Upstream upstream) {
    return host(upstream) + ":" + port(upstream);
  }

  private String host(Upstream upstream) {
    return addresses.of(upstream).getHost();
  }

  private int port(Upstream upstream) {
    URI address = addresses.of(upstream);
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return isTls(upstream) ? 443 : 80;
  }

  private boolean isTls(Upstream upstream) {
    return "https".equals(addresses.of(upstream).getScheme());
  }

  @PreDestroy
  void close() {
    client.close();
  }
}
