package dev.bellwether.ingest.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.monitor.Monitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Monitors in PostgreSQL, on the connection of a workspace's transaction. */
@ApplicationScoped
public class MonitorStore {

  private final ObjectMapper json;

  public MonitorStore(ObjectMapper json) {
    this.json = json;
  }

  /** Monitors of the workspace, oldest first, and where to go on. */
  MonitorPage page(Connection connection, String workspace, int limit, MonitorCursor after)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select definition, id, created.micros
            from monitor,
              lateral (select (extract(epoch from created_at) * 1000000)::bigint as micros) created
            where workspace = ? and (created.micros, id) > (?, ?)
            order by created.micros, id
            limit ?
            """)) {
      select.setString(1, workspace);
      select.setLong(2, after == null ? Long.MIN_VALUE : after.createdMicros());
      select.setString(3, after == null ? "" : after.id());
      select.setInt(4, limit + 1);
      var monitors = new ArrayList<Monitor>();
      MonitorCursor last = null;
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (monitors.size() == limit) {
            return new MonitorPage(monitors, last.encode());
          }
          monitors.add(monitor(rows));
          last = new MonitorCursor(rows.getLong("micros"), rows.getString("id"));
        }
      }
      return new MonitorPage(monitors, null);
    }
  }

  /** The version of every monitor by its id, oldest first. */
  Map<String, Integer> versions(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select id, version from monitor where workspace = ? order by created_at, id")) {
      select.setString(1, workspace);
      var versions = new LinkedHashMap<String, Integer>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          versions.put(rows.getString(1), rows.getInt(2));
        }
      }
      return versions;
    }
  }

  /** Those of the monitors that exist, in no order. */
  List<Monitor> byIds(Connection connection, String workspace, List<String> ids)
      throws SQLException {
    if (ids.isEmpty()) {
      return List.of();
    }
    try (var select =
        connection.prepareStatement(
            "select definition from monitor where workspace = ? and id = any (?)")) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      return read(select);
    }
  }

  Optional<Monitor> find(Connection connection, String workspace, String id) throws SQLException {
    return find(connection, workspace, id, "");
  }

  /** So that whoever else wants to change it waits for this transaction. */
  Optional<Monitor> lock(Connection connection, String workspace, String id) throws SQLException {
    return find(connection, workspace, id, " for update");
  }

  private Optional<Monitor> find(Connection connection, String workspace, String id, String mode)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select definition from monitor where workspace = ? and id = ?" + mode)) {
      select.setString(1, workspace);
      select.setString(2, id);
      return read(select).stream().findFirst();
    }
  }

  Optional<Monitor> findByName(Connection connection, String workspace, String name)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select definition from monitor where workspace = ? and name = ?")) {
      select.setString(1, workspace);
      select.setString(2, name);
      return read(select).stream().findFirst();
    }
  }

  void save(Connection connection, Monitor monitor) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into monitor (workspace, id, version, created_at, name, definition)
            values (?, ?, ?, now(), ?, ?::jsonb)
            on conflict (workspace, id) do update
            set version = excluded.version, name = excluded.name, definition = excluded.definition
            """)) {
      upsert.setString(1, monitor.workspace());
      upsert.setString(2, monitor.id());
      upsert.setInt(3, monitor.version());
      upsert.setString(4, monitor.name());
      upsert.setString(5, json.writeValueAsString(monitor));
      upsert.executeUpdate();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a monitor is always JSON", e);
    }
    advanceGeneration(connection, monitor.workspace());
  }

  void delete(Connection connection, String workspace, String id) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from monitor where workspace = ? and id = ?")) {
      delete.setString(1, workspace);
      delete.setString(2, id);
      delete.executeUpdate();
    }
    advanceGeneration(connection, workspace);
  }

  /**
   * Grows with every change of any monitor of the workspace; 0 before the first. A change waits for
   * the transactions that have asked, so that a back-fill finds all that was matched without it.
   */
  long generation(Connection connection, String workspace) throws SQLException {
    lockChanges(connection, workspace, "_shared");
    try (var select =
        connection.prepareStatement(
            "select generation from monitor_generation where workspace = ?")) {
      select.setString(1, workspace);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /**
   * Waits for the captures of the workspace that are under way and lets none begin before this
   * transaction ends: each has asked for the {@link #generation}.
   */
  public static void holdCaptures(Connection connection, String workspace) throws SQLException {
    lockChanges(connection, workspace, "");
  }

  private static void lockChanges(Connection connection, String workspace, String mode)
      throws SQLException {
    try (var lock =
        connection.prepareStatement(
            "select pg_advisory_xact_lock%s(hashtextextended('monitors of ' || current_schema() || ' ' || ?, 0))"
                .formatted(mode))) {
      lock.setString(1, workspace);
      lock.execute();
    }
  }

  private static void advanceGeneration(Connection connection, String workspace)
      throws SQLException {
    lockChanges(connection, workspace, "");
    try (var upsert =
        connection.prepareStatement(
            """
            insert into monitor_generation (workspace, generation) values (?, 1)
            on conflict (workspace) do update set generation = monitor_generation.generation + 1
            """)) {
      upsert.setString(1, workspace);
      upsert.executeUpdate();
    }
  }

  private List<Monitor> read(PreparedStatement select) throws SQLException {
    var monitors = new ArrayList<Monitor>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        monitors.add(monitor(rows));
      }
    }
    return monitors;
  }

  private Monitor monitor(ResultSet row) throws SQLException {
    try {
      return json.readValue(row.getString("definition"), Monitor.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored monitor does not read", e);
    }
  }
}
