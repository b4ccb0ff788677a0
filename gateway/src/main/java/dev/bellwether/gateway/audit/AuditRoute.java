package dev.bellwether.gateway.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a path says without saying whom: every segment that is not one of the API's own words
 * becomes {@code {id}}.
 *
 * @param template such as {@code /v1/mentions/{id}}
 * @param resource the segment after {@code /v1/}
 * @param id what stood in place of the first {@code {id}}, decoded; empty where there is none
 */
record AuditRoute(String template, String resource, Optional<String> id) {

  /** A word that is missing here costs the entry a name; one too many could cost a person hers. */
  private static final Set<String> WORDS =
      Set.of(
          "count",
          "export",
          "summary",
          "counts",
          "backfill",
          "preview",
          "history",
          "phrases",
          "engagement",
          "receipt",
          "data",
          "revisions",
          "score",
          "author",
          "keys",
          "rotation",
          "cluster",
          "copies",
          "query",
          "check",
          "samples");

  /** Words below one resource only: elsewhere they may be somebody's name. */
  private static final Map<String, Set<String>> WORDS_BELOW =
      Map.of(
          "alert-channels", Set.of("test", "rotate-secret"),
          "alerts", Set.of("acknowledge"),
          "budget-plans",
              Set.of("approval", "rejection", "rollback", "pacing", "deliveries", "scenarios"),
          "mentions", Set.of("sentiment"),
          "series", Set.of("forecast", "departures"),
          "spend-suggestions", Set.of("acceptance", "dismissal"),
          "sentiment", Set.of("share-of-voice", "targets", "corrections"));

  private static final Set<String> PERSONAL = Set.of("authors", "erasures", "audit");

  /**
   * @param path raw, beginning with {@code /v1/} and a resource that is routed
   */
  static AuditRoute of(String path) {
    String[] segments = path.substring("/v1/".length()).split("/", -1);
    List<String> named = new ArrayList<>();
    Optional<String> id = Optional.empty();
    named.add(segments[0]);
    for (int i = 1; i < segments.length; i++) {
      if (segments[i].isEmpty()
          || WORDS.contains(segments[i])
          || WORDS_BELOW.getOrDefault(segments[0], Set.of()).contains(segments[i])) {
        named.add(segments[i]);
      } else {
        named.add("{id}");
        id = id.isPresent() ? id : Optional.of(decoded(segments[i]));
      }
    }
    return new AuditRoute("/v1/" + String.join("/", named), segments[0], id);
  }

  private static String decoded(String segment) {
    // URLDecoder reads forms, where a plus is a blank
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /**
   * Whether a good answer may show posts or people, so that it must not be given without an entry.
   */
  boolean showsPeople(String method) {
    boolean reads = method.equals("GET") || method.equals("HEAD");
    return PERSONAL.contains(resource)
        || (resource.equals("mentions") && reads)
        || template.equals("/v1/monitors/preview")
        // ids lead to posts, and labels tell what somebody felt
        || template.equals("/v1/sentiment/corrections");
  }

  /** Whose data it is about, where it is about one mention's or author's. */
  Optional<SubjectDigest.Kind> kind() {
    return switch (resource) {
      case "mentions" -> id.map(any -> SubjectDigest.Kind.MENTION);
      case "authors" -> id.map(any -> SubjectDigest.Kind.AUTHOR);
      default -> Optional.empty();
    };
  }
}
