package dev.bellwether.gateway.routing;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which headers go through the door. Towards a service: no credential but our own, nothing that
 * claims an identity or an origin, nothing that was meant for this hop only (RFC 9110, section
 * 7.6.1).
 */
final class ForwardedHeaders {

  private static final Set<String> NOT_FOR_SERVICES =
      Set.of(
          "authorization",
          "x-api-key",
          "cookie",
          "forwarded",
          "x-real-ip",
          "remote-user",
          "x-remote-user",
          "x-user",
          "x-workspace",
          "expect",
          "http2-settings",
          "proxy-connection");

  private static final List<String> FORGED =
      List.of("x-forwarded-", "x-bellwether-", "x-auth-", "x-original-");

  private static final List<String> THIS_HOP =
      List.of(
          "Connection",
          "Keep-Alive",
          "Proxy-Authenticate",
          "Proxy-Authorization",
          "TE",
          "Trailer",
          "Upgrade");

  // version, trace id, parent id, flags: https://www.w3.org/TR/trace-context/#traceparent-header
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private ForwardedHeaders() {}

  /** Makes a caller's headers fit for a service, and signs them. */
  static void toService(MultiMap headers, String token, String requestId) {
    removeThisHop(headers);
    for (String name : List.copyOf(headers.names())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (NOT_FOR_SERVICES.contains(lower) || FORGED.stream().anyMatch(lower::startsWith)) {
        headers.remove(name);
      }
    }
    String trace = headers.get("traceparent");
    if (trace != null && !TRACEPARENT.matcher(trace).matches()) {
      headers.remove("traceparent");
      headers.remove("tracestate");
    }
    headers.set("Authorization", "Bearer " + token).set(RequestId.HEADER, requestId);
  }

  /**
   * Makes a service's headers fit for the caller: no address of ours, and the request id only once.
   *
   * @param authority the service's {@code host:port}
   */
  static void toCaller(MultiMap headers, String authority) {
    removeThisHop(headers);
    headers.remove(RequestId.HEADER);
    headers.remove("Server");
    for (String name : List.of("Location", "Content-Location")) {
      String location = headers.get(name);
      if (location != null) {
        headers.set(name, withoutAuthority(location, authority));
      }
    }
  }

  private static void removeThisHop(MultiMap headers) {
    List<String> named =
        headers.getAll("Connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    Stream.concat(THIS_HOP.stream(), named.stream()).forEach(headers::remove);
  }

  private static String withoutAuthority(String location, String authority) {
    try {
      URI uri = URI.create(location);
      if (!authority.equalsIgnoreCase(uri.getRawAuthority())) {
        return location;
      }
      return uri.getRawQuery() == null
          ? uri.getRawPath()
          : uri.getRawPath() + "?" + uri.getRawQuery();
    } catch (IllegalArgumentException e) {
      return location;
    }
  }
}
