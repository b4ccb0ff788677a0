package dev.bellwether.gateway.routing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.bellwether.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers a path: decided by the whole first segment after {@code /v1/}, compared as
 * it was sent.
 */
public final class RouteTable {

  private static final String VERSION = "/v1/";

  private static final Map<String, Upstream> BY_RESOURCE =
      Arrays.stream(Upstream.values())
          .flatMap(
              upstream ->
                  upstream.resources().stream().map(resource -> Map.entry(resource, upstream)))
          .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private RouteTable() {}

  /**
   * @param path a raw path, not decoded and without its query
   */
  public static Optional<Upstream> upstreamOf(String path) {
    if (!path.startsWith(VERSION)) {
      return Optional.empty();
    }
    int end = path.indexOf('/', VERSION.length());
    String resource = path.substring(VERSION.length(), end < 0 ? path.length() : end);
    return Optional.ofNullable(BY_RESOURCE.get(resource));
  }
}
