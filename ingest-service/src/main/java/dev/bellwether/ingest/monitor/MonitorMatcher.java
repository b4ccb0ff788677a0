package dev.bellwether.ingest.monitor;

import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QueryIndex;
import dev.bellwether.ingest.query.Searchable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds which monitors a post belongs to. */
public final class MonitorMatcher {

  private final QueryIndex<String> index;

  /**
   * @param queries of active monitors, by monitor id, in the order in which matches are told
   */
  public MonitorMatcher(Map<String, Query> queries) {
    List<QueryIndex.Entry<String>> entries = new ArrayList<>(queries.size());
    queries.forEach((id, query) -> entries.add(new QueryIndex.Entry<>(query, id)));
    index = QueryIndex.of(entries);
  }

  /** Ids of the monitors that {@code post} matches, in the order the monitors were given. */
  public List<String> match(Searchable post) {
    return index.match(post);
  }
}
