package dev.bellwether.gateway.audit;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What of a query may be written down. A search's words may name a person, so their value is left
 * out; a name that is not one of the API's may be anything, so it is left out too.
 */
final class AuditParameters {

  private static final String OTHER = "other";

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_.-]{0,31}");
  private static final Pattern TIME = Pattern.compile("[0-9T:.Zz+-]{4,40}");

  private static final String UUID_SHAPE =
      "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
  private static final Pattern UUID = Pattern.compile(UUID_SHAPE);
  private static final Pattern UUIDS = Pattern.compile(UUID_SHAPE + "(," + UUID_SHAPE + "){0,19}");

  /** Values of these shapes name nobody. */
  private static final Map<String, Pattern> WITH_VALUE =
      Map.ofEntries(
          Map.entry("monitor", UUID),
          Map.entry("monitors", UUIDS),
          Map.entry("rule", UUID),
          Map.entry("by", Pattern.compile("mentions|authors|interactions")),
          Map.entry("platform", WORD),
          Map.entry("series", WORD),
          Map.entry("language", Pattern.compile("[a-z]{2,3}")),
          Map.entry("label", WORD),
          Map.entry("format", Pattern.compile("csv|json|jsonl|ndjson|parquet")),
          Map.entry("limit", Pattern.compile("[0-9]{1,6}")),
          Map.entry("from", TIME),
          Map.entry("to", TIME));

  private static final Set<String> NAME_ONLY =
      Set.of(
          "q",
          "query",
          "cursor",
          "author",
          "mention",
          "kind",
          "subject",
          "field",
          "status",
          "key",
          "method",
          "route",
          "sort",
          "order",
          "step",
          "zone",
          "topic",
          "flags",
          "spam",
          "bot",
          "copies",
          "duplicates",
          "cluster",
          "account",
          "state",
          "name",
          "fields",
          "sensitive",
          "brand",
          "flag",
          "minFollowers",
          "columns",
          "interval",
          "goal",
          "backfill",
          "backfillFrom");

  private static final int MOST = 30;

  private AuditParameters() {}

  /**
   * @param query raw, or null
   * @return sorted, each once
   */
  static List<String> of(String query) {
    Set<String> kept = new TreeSet<>();
    for (String pair : pairs(query)) {
      String name = name(pair);
      Pattern shape = WITH_VALUE.get(name);
      if (shape != null) {
        String value = value(pair);
        kept.add(shape.matcher(value).matches() ? name + "=" + value : name);
      } else {
        kept.add(NAME_ONLY.contains(name) ? name : OTHER);
      }
    }
    return kept.stream().limit(MOST).toList();
  }

  /** The value of {@code name} where it is given once. */
  static Optional<String> value(String query, String name) {
    List<String> values = new ArrayList<>();
    for (String pair : pairs(query)) {
      if (name(pair).equals(name)) {
        values.add(value(pair));
      }
    }
    return values.size() == 1 && !values.getFirst().isBlank()
        ? Optional.of(values.getFirst().strip())
        : Optional.empty();
  }

  private static List<String> pairs(String query) {
    if (query == null || query.isEmpty()) {
      return List.of();
    }
    return Pattern.compile("&").splitAsStream(query).filter(pair -> !pair.isEmpty()).toList();
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return decoded(equals < 0 ? pair : pair.substring(0, equals));
  }

  private static String value(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? "" : decoded(pair.substring(equals + 1));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return OTHER;
    }
  }
}
