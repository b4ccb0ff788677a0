package dev.bellwether.campaign.suggestion.storage;

import static dev.bellwether.campaign.suggestion.storage.Columns.read;
import static dev.bellwether.campaign.suggestion.storage.Columns.set;
import static dev.bellwether.campaign.suggestion.storage.Columns.written;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.campaign.suggestion.BrandLink;
import dev.bellwether.campaign.suggestion.StormWatch;
import dev.bellwether.campaign.suggestion.Topic;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a workspace's brands, trends and moods. */
@ApplicationScoped
@RegisterForReflection(targets = {BrandLink.class, Topic.class, StormWatch.class})
public class Known {

  private final ObjectMapper json;

  public Known(ObjectMapper json) {
    this.json = json;
  }

  /**
   * Lets one transaction at a time change what is known and suggested in a workspace, until it
   * ends: what the three topics say arrives side by side.
   */
  public void lock(Connection connection, String workspace) throws SQLException {
    try (var lock =
        connection.prepareStatement(
            "select pg_advisory_xact_lock(hashtextextended('suggestions ' || ?, 0))")) {
      set(lock, workspace);
      lock.execute();
    }
  }

  public void put(Connection connection, BrandLink link) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into brand_link (workspace, monitor, link) values (?, ?, ?::jsonb)
            on conflict (workspace, monitor) do update set link = excluded.link
            """)) {
      set(upsert, link.workspace(), link.monitor(), written(json, link));
      upsert.executeUpdate();
    }
  }

  /** Takes a monitor away, with what was known about it. */
  public void remove(Connection connection, String workspace, String monitor) throws SQLException {
    for (String table : List.of("brand_link", "watched_trend", "storm_watch")) {
      try (var delete =
          connection.prepareStatement(
              "delete from " + table + " where workspace = ? and monitor = ?")) {
        set(delete, workspace, monitor);
        delete.executeUpdate();
      }
    }
  }

  public Optional<BrandLink> link(Connection connection, String workspace, String monitor)
      throws SQLException {
    return one(
        connection,
        "select link from brand_link where workspace = ? and monitor = ?",
        BrandLink.class,
        workspace,
        monitor);
  }

  /** All monitors that an account is linked to. */
  public List<BrandLink> linkedTo(Connection connection, String workspace, String account)
      throws SQLException {
    return all(
        connection,
        "select link from brand_link where workspace = ? and link -> 'accounts' @> to_jsonb(?::text)"
            + " order by monitor",
        BrandLink.class,
        workspace,
        account);
  }

  public void put(Connection connection, String workspace, String monitor, Topic trend)
      throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into watched_trend (workspace, monitor, id, trend) values (?, ?, ?, ?::jsonb)
            on conflict (workspace, monitor, id) do update set trend = excluded.trend
            """)) {
      set(upsert, workspace, monitor, trend.id(), written(json, trend));
      upsert.executeUpdate();
    }
  }

  public void remove(Connection connection, String workspace, String monitor, String trend)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from watched_trend where workspace = ? and monitor = ? and id = ?")) {
      set(delete, workspace, monitor, trend);
      delete.executeUpdate();
    }
  }

  public List<Topic> trends(Connection connection, String workspace, String monitor)
      throws SQLException {
    return all(
        connection,
        "select trend from watched_trend where workspace = ? and monitor = ? order by id",
        Topic.class,
        workspace,
        monitor);
  }

  public StormWatch watch(Connection connection, String workspace, String monitor)
      throws SQLException {
    return one(
            connection,
            "select watch from storm_watch where workspace = ? and monitor = ?",
            StormWatch.class,
            workspace,
            monitor)
        .orElse(StormWatch.NEW);
  }

  public void put(Connection connection, String workspace, String monitor, StormWatch watch)
      throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into storm_watch (workspace, monitor, watch, at, calm) values (?, ?, ?::jsonb, ?, ?)
            on conflict (workspace, monitor)
            do update set watch = excluded.watch, at = excluded.at, calm = excluded.calm
            """)) {
      set(upsert, workspace, monitor, written(json, watch));
      set(upsert, 4, watch.at());
      upsert.setBoolean(5, watch.phase() == StormWatch.Phase.CALM);
      upsert.executeUpdate();
    }
  }

  /** Event time of the workspace's newest measurement; long ago where there is none. */
  public Instant clock(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement("select max(at) as at from storm_watch where workspace = ?")) {
      set(select, workspace);
      try (var row = select.executeQuery()) {
        row.next();
        var at = Columns.instant(row, "at");
        return at == null ? Instant.EPOCH : at;
      }
    }
  }

  /** Monitors of a workspace about which something stands out. */
  public List<String> restless(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select monitor from storm_watch where workspace = ? and not calm order by monitor")) {
      set(select, workspace);
      var monitors = new ArrayList<String>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          monitors.add(row.getString(1));
        }
      }
      return monitors;
    }
  }

  private <T> Optional<T> one(
      Connection connection, String sql, Class<T> type, String workspace, String key)
      throws SQLException {
    return all(connection, sql, type, workspace, key).stream().findFirst();
  }

  private <T> List<T> all(
      Connection connection, String sql, Class<T> type, String workspace, String key)
      throws SQLException {
    try (var select = connection.prepareStatement(sql)) {
      set(select, workspace, key);
      var found = new ArrayList<T>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(json, row.getString(1), type));
        }
      }
      return found;
    }
  }
}
