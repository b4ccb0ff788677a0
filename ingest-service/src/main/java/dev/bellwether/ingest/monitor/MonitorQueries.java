package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import dev.bellwether.kit.problem.ProblemException;
import java.util.List;

/** What a monitor asks of posts, as a query. */
public final class MonitorQueries {

  private MonitorQueries() {}

  /** Of a monitor that was taken: its own query, or the one its keywords stand for. */
  public static Query of(Monitor monitor) {
    if (monitor.query() == null) {
      return Query.anyOf(monitor.keywords(), monitor.excluded());
    }
    try {
      return Query.parse(monitor.query());
    } catch (QuerySyntaxException e) {
      throw new IllegalStateException("a stored monitor's query does not read", e);
    }
  }

  /**
   * Of what somebody asks for: either {@code query} or {@code keywords}.
   *
   * @throws ProblemException 400 naming the field, and of a query the column
   */
  public static Query asked(String query, List<String> keywords, List<String> excluded) {
    boolean words = keywords != null && !keywords.isEmpty();
    if (query == null || query.isBlank()) {
      if (!words || keywords.stream().noneMatch(word -> word != null && Query.isKeyword(word))) {
        throw ProblemException.badRequest(
            "query", "query is missing; give it, or keywords that hold a letter or digit.");
      }
      return Query.anyOf(given(keywords), given(excluded));
    }
    if (words) {
      throw ProblemException.badRequest("keywords", "Give query or keywords, not both.");
    }
    try {
      return Query.parse(query);
    } catch (QuerySyntaxException e) {
      throw ProblemException.badRequest("query", "query, " + e.describe());
    }
  }

  private static List<String> given(List<String> words) {
    return words == null
        ? List.of()
        : words.stream().filter(word -> word != null && !word.isBlank()).toList();
  }
}
