package dev.bellwether.trend.alerting.api;

import dev.bellwether.kit.problem.ProblemException;
import jakarta.ws.rs.core.Response;

/** Entity tags and preconditions (RFC 9110): the tag is the version. */
final class Versions {

  private Versions() {}

  static Response.ResponseBuilder tagged(Response.ResponseBuilder answer, int version) {
    return answer.header("ETag", tag(version));
  }

  /**
   * @param ifMatch the header, or null
   * @throws ProblemException 412 when it names other versions
   */
  static void check(String ifMatch, int version) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return;
    }
    for (String tag : ifMatch.split(",", -1)) {
      if (tag.strip().equals(tag(version))) {
        return;
      }
    }
    throw new ProblemException(
        412,
        "Changed meanwhile",
        "It is at version " + version + " by now; read it again, and repeat the change on that.",
        "If-Match");
  }

  private static String tag(int version) {
    return "\"" + version + "\"";
  }
}
