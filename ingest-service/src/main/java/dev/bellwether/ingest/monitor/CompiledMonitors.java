package dev.bellwether.ingest.monitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Matchers ready to use, compiled again when a workspace's monitors have changed, whichever
 * instance changed them.
 */
@ApplicationScoped
public class CompiledMonitors {

  private record Compiled(long generation, MonitorMatcher matcher) {}

  private final MonitorStore store;
  private final Map<String, Compiled> byWorkspace = new ConcurrentHashMap<>();

  public CompiledMonitors(MonitorStore store) {
    this.store = store;
  }

  /** The matcher for the monitors as this transaction sees them. */
  public MonitorMatcher of(Connection connection, String workspace) throws SQLException {
    long generation = store.generation(connection, workspace);
    Compiled known = byWorkspace.get(workspace);
    if (known == null || known.generation() != generation) {
      known = new Compiled(generation, new MonitorMatcher(store.all(connection, workspace)));
      byWorkspace.put(workspace, known);
    }
    return known.matcher();
  }
}
