package dev.bellwether.trend.alerting.storage;

import dev.bellwether.trend.alerting.channel.Channel;
import dev.bellwether.trend.alerting.channel.ChannelSecrets;
import dev.bellwether.trend.alerting.channel.SecretSeal;
import dev.bellwether.trend.alerting.channel.UnsealableException;
import dev.bellwether.trend.alerting.definition.ChannelDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The table {@code alert_channel}. */
@ApplicationScoped
public class ChannelStore {

  private static final String SELECT =
      """
      select id, version, definition, disabled_at, disabled_reason from alert_channel
      where workspace = ?""";

  private final StoredJson json;
  private final SecretSeal seal;

  public ChannelStore(StoredJson json, SecretSeal seal) {
    this.json = json;
    this.seal = seal;
  }

  /** Oldest first. */
  public List<Channel> all(Connection connection, String workspace) throws SQLException {
    try (var select = connection.prepareStatement(SELECT + " order by created_at, id")) {
      select.setString(1, workspace);
      return read(select);
    }
  }

  /** Those of the channels that exist, in no order. */
  public List<Channel> byIds(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var select = connection.prepareStatement(SELECT + " and id = any (?)")) {
      select.setString(1, workspace);
      Columns.set(connection, select, 2, ids);
      return read(select);
    }
  }

  public Optional<Channel> find(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ?", workspace, id);
  }

  /** So that whoever else wants to change it waits for this transaction. */
  public Optional<Channel> lock(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ? for update", workspace, id);
  }

  public Optional<Channel> named(Connection connection, String workspace, String name)
      throws SQLException {
    return one(connection, " and name = ?", workspace, name);
  }

  private Optional<Channel> one(Connection connection, String which, String workspace, String value)
      throws SQLException {
    try (var select = connection.prepareStatement(SELECT + which)) {
      select.setString(1, workspace);
      select.setString(2, value);
      return read(select).stream().findFirst();
    }
  }

  private List<Channel> read(PreparedStatement select) throws SQLException {
    var channels = new ArrayList<Channel>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var stored =
            json.read(rows.getString("definition"), ChannelDefinition.class)
                .stored(rows.getString("id"), rows.getInt("version"));
        channels.add(
            new Channel(
                stored.id(),
                stored.version(),
                stored.name(),
                stored.enabled(),
                stored.kind(),
                stored.url(),
                stored.to(),
                Columns.instant(rows, "disabled_at"),
                rows.getString("disabled_reason")));
      }
    }
    return channels;
  }

  /**
   * @throws UnsealableException when this service has not the key
   */
  public Optional<ChannelSecrets> secrets(Connection connection, String workspace, String id)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select secret from alert_channel where workspace = ? and id = ? and secret is not null")) {
      select.setString(1, workspace);
      select.setString(2, id);
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                json.read(seal.open(row.getString(1), place(workspace, id)), ChannelSecrets.class))
            : Optional.empty();
      }
    }
  }

  /** Also ends what the outbox had disabled, where {@link Channel#disabledAt} is null. */
  public void save(Connection connection, String workspace, Channel channel) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into alert_channel (workspace, id, version, name, definition)
            values (?, ?, ?, ?, ?::jsonb)
            on conflict (workspace, id) do update
            set version = excluded.version, name = excluded.name, definition = excluded.definition,
              disabled_at = null, disabled_reason = null, failing_since = null
            """)) {
      upsert.setString(1, workspace);
      upsert.setString(2, channel.id());
      upsert.setInt(3, channel.version());
      upsert.setString(4, channel.name());
      upsert.setString(5, json.write(ChannelDefinition.of(channel)));
      upsert.executeUpdate();
    }
    if (channel.disabledAt() != null) {
      disable(connection, workspace, channel.id(), channel.disabledReason());
    }
  }

  public void keep(
      Connection connection, String workspace, String id, Optional<ChannelSecrets> secrets)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update alert_channel set secret = ? where workspace = ? and id = ?")) {
      update.setString(
          1, secrets.map(it -> seal.seal(json.write(it), place(workspace, id))).orElse(null));
      update.setString(2, workspace);
      update.setString(3, id);
      update.executeUpdate();
    }
  }

  private static String place(String workspace, String id) {
    return workspace + "|" + id;
  }

  /** By the outbox: nothing more is sent, and what waits is given up. */
  public void disable(Connection connection, String workspace, String id, String reason)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert_channel set disabled_at = now(), disabled_reason = ?
            where workspace = ? and id = ? and disabled_at is null
            """)) {
      update.setString(1, reason);
      update.setString(2, workspace);
      update.setString(3, id);
      update.executeUpdate();
    }
    settleWaiting(connection, workspace, id, "disabled");
  }

  /** Names of the rules and digests that speak through it, at most a few. */
  public List<String> usedBy(Connection connection, String workspace, String id)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select name from alert_rule where workspace = ? and jsonb_exists(definition -> 'channels', ?)
            union all
            select name from alert_digest where workspace = ? and jsonb_exists(definition -> 'channels', ?)
            order by name limit 5
            """)) {
      select.setString(1, workspace);
      select.setString(2, id);
      select.setString(3, workspace);
      select.setString(4, id);
      var names = new ArrayList<String>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  public void delete(Connection connection, String workspace, String id) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from alert_channel where workspace = ? and id = ?")) {
      delete.setString(1, workspace);
      delete.setString(2, id);
      delete.executeUpdate();
    }
    settleWaiting(connection, workspace, id, "cancelled");
  }

  private static void settleWaiting(
      Connection connection, String workspace, String channel, String state) throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update delivery set state = ?, settled_at = now()
            where workspace = ? and channel = ? and state in ('pending', 'held')
            """)) {
      update.setString(1, state);
      update.setString(2, workspace);
      update.setString(3, channel);
      update.executeUpdate();
    }
  }
}
