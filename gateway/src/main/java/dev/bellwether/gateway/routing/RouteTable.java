package dev.bellwether.gateway.routing;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.bellwether.gateway.upstream.Upstream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers a path: decided by whole segments after {@code /v1/}, compared as they were
 * sent. A resource below another's ids, such as {@code /v1/mentions/{id}/sentiment}, may belong to
 * another service.
 */
public final class RouteTable {

  private static final String VERSION = "/v1/";

  private static final int THIRD = 3;
  private static final int BELOW_THIRD = 4;

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
    String[] segments = path.substring(VERSION.length()).split("/", BELOW_THIRD);
    String resource = segments[0];
    if (segments.length >= THIRD && !segments[1].isEmpty()) {
      var below = BY_RESOURCE.get(resource + "/{id}/" + segments[THIRD - 1]);
      if (below != null) {
        return Optional.of(below);
      }
    }
    return Optional.ofNullable(BY_RESOURCE.get(resource));
  }
}
