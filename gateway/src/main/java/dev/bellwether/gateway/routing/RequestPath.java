package dev.bellwether.gateway.routing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells paths that could mean another place behind the door than before it. */
public final class RequestPath {

  private RequestPath() {}

  /**
   * True when no reading of the path climbs: no segment is {@code .} or {@code ..}, be it plain,
   * percent-encoded, cut by a backslash or an encoded slash, or followed by a matrix parameter. An
   * encoded slash as such is allowed, ids of mentions may hold one; so is a second encoding, which
   * the services decode only once.
   *
   * @param path a raw path, or null where the request line has none
   */
  public static boolean isStraight(String path) {
    if (path == null || !path.startsWith("/")) {
      return false;
    }
    try {
      // URLDecoder reads forms, where a plus is a blank: here it makes no difference
      String decoded = URLDecoder.decode(path, StandardCharsets.UTF_8);
      return Arrays.stream(decoded.split("[/\\\\]")).noneMatch(RequestPath::isDots);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isDots(String segment) {
    int parameters = segment.indexOf(';');
    String name = parameters < 0 ? segment : segment.substring(0, parameters);
    return name.equals(".") || name.equals("..");
  }
}
