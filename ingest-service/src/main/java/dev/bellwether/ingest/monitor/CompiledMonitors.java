package dev.bellwether.ingest.monitor;

import dev.bellwether.contracts.monitor.Monitor;
import dev.bellwether.ingest.query.Query;
import dev.bellwether.ingest.query.QuerySyntaxException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Matchers ready to use, compiled again when a workspace's monitors have changed, whichever
 * instance changed them. Only what has changed is read and parsed: of 10,000 monitors usually one
 * has.
 */
@ApplicationScoped
public class CompiledMonitors {

  private static final Logger LOG = Logger.getLogger(CompiledMonitors.class);

  /**
   * @param query empty where the monitor is to match nothing
   */
  private record CompiledMonitor(int version, Optional<Query> query) {}

  private record Compiled(
      long generation, Map<String, CompiledMonitor> monitors, MonitorMatcher matcher) {

    static final Compiled NONE = new Compiled(-1, Map.of(), new MonitorMatcher(Map.of()));
  }

  private final MonitorStore store;
  private final Map<String, Compiled> byWorkspace = new ConcurrentHashMap<>();

  public CompiledMonitors(MonitorStore store) {
    this.store = store;
  }

  /** The matcher for the monitors as this transaction sees them. */
  public MonitorMatcher of(Connection connection, String workspace) throws SQLException {
    long generation = store.generation(connection, workspace);
    Compiled known = byWorkspace.getOrDefault(workspace, Compiled.NONE);
    if (known.generation() != generation) {
      known = compile(connection, workspace, generation, known.monitors());
      byWorkspace.put(workspace, known);
    }
    return known.matcher();
  }

  private Compiled compile(
      Connection connection, String workspace, long generation, Map<String, CompiledMonitor> known)
      throws SQLException {
    Map<String, Integer> versions = store.versions(connection, workspace);
    List<String> changed = new ArrayList<>();
    versions.forEach(
        (id, version) -> {
          CompiledMonitor before = known.get(id);
          if (before == null || before.version() != version) {
            changed.add(id);
          }
        });
    Map<String, CompiledMonitor> compiled = new HashMap<>(known);
    for (Monitor monitor : store.byIds(connection, workspace, changed)) {
      compiled.put(monitor.id(), new CompiledMonitor(monitor.version(), query(monitor)));
    }
    compiled.keySet().retainAll(versions.keySet());
    Map<String, Query> queries = new LinkedHashMap<>();
    versions
        .keySet()
        .forEach(id -> compiled.get(id).query().ifPresent(query -> queries.put(id, query)));
    return new Compiled(generation, compiled, new MonitorMatcher(queries));
  }

  private static Optional<Query> query(Monitor monitor) {
    if (!monitor.active()) {
      return Optional.empty();
    }
    try {
      return Optional.of(MonitorQuery.of(monitor));
    } catch (QuerySyntaxException | IllegalArgumentException e) {
      // One monitor that another version saved must not keep the others from their posts
      LOG.errorf(
          "monitor %s matches nothing: its query does not read (%s); save it again",
          monitor.id(), e.getMessage());
      return Optional.empty();
    }
  }
}
