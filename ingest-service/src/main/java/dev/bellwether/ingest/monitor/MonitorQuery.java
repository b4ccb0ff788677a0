package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;

/** What a monitor asks of posts. */
public final class MonitorQuery {

  private MonitorQuery() {}

  /**
   * The monitor's query; of one that was saved before there were queries, that of its keywords.
   *
   * @throws QuerySyntaxException when the query does not read; no monitor is saved with such a one
   */
  public static Query of(Monitor monitor) throws QuerySyntaxException {
    return monitor.query() == null
        ? Query.anyOf(monitor.keywords(), monitor.excluded())
        : Query.parse(monitor.query());
  }
}
