package dev.bellwether.gateway.routing;

import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which a caller and our logs speak of one request. */
final class RequestId {

  static final String HEADER = "X-Request-Id";

  // What is echoed and logged must not be able to break a line or a log
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");

  private RequestId() {}

  /** The caller's own id where it is fit to be echoed, else a new one. */
  static String from(String presented) {
    return presented != null && ACCEPTABLE.matcher(presented).matches()
        ? presented
        : UUID.randomUUID().toString();
  }
}
