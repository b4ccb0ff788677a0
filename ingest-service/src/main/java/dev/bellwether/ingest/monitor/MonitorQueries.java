package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import dev.bellwether.kit.problem.ProblemException;
import java.util.List;

/** What a monitor asks of posts, for those who look through the archive for it. */
public final class MonitorQueries {

  private MonitorQueries() {}

  /**
   * Of a monitor that was taken.
   *
   * @throws IllegalArgumentException when it does not read, having been saved by another version
   */
  public static Query of(Monitor monitor) {
    try {
      return MonitorQuery.of(monitor);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException("a stored monitor's query does not read", e);
    }
  }

  /**
   * Of what somebody asks for, checked as a monitor that is saved.
   *
   * @throws ProblemException 400 naming the field, and of a query the column
   */
  public static Query asked(String query, List<String> keywords, List<String> excluded) {
    var request =
        new MonitorRequest(
            "preview", query, keywords, excluded, null, null, null, null, null, null);
    return of(request.toMonitor("", "", 1));
  }
}
