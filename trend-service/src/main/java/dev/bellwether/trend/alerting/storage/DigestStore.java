package dev.bellwether.trend.alerting.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.trend.alerting.definition.DigestDefinition;
import dev.bellwether.trend.alerting.digest.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table {@code alert_digest}. */
@ApplicationScoped
public class DigestStore {

  private static final String SELECT =
      "select id, version, definition, next_due_at, last_made_at from alert_digest where workspace = ?";

  private final WorkspaceTransaction transactions;
  private final StoredJson json;

  public DigestStore(WorkspaceTransaction transactions, StoredJson json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * A digest and where it stands.
   *
   * @param nextDue null while it is switched off
   * @param lastMade end of the time that the last one told of; null before the first
   */
  public record Stored(Digest digest, Instant nextDue, Instant lastMade) {}

  /** Which digest of which workspace. */
  public record Key(String workspace, String id) {}

  /** Those that are due, of all workspaces, the most overdue first. */
  public List<Key> due(Instant now, int most) {
    return transactions.asWorker(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  """
                  select workspace, id from alert_digest where next_due_at <= ?
                  order by next_due_at limit ?
                  """)) {
            Columns.set(select, 1, now);
            select.setInt(2, most);
            var keys = new ArrayList<Key>();
            try (var rows = select.executeQuery()) {
              while (rows.next()) {
                keys.add(new Key(rows.getString(1), rows.getString(2)));
              }
            }
            return keys;
          }
        });
  }

  /** If it is due, and nobody else is making it: it then is this transaction's. */
  public Optional<Stored> take(Connection connection, Key key, Instant now) throws SQLException {
    try (var select =
        connection.prepareStatement(
            SELECT + " and id = ? and next_due_at <= ? for update skip locked")) {
      select.setString(1, key.workspace());
      select.setString(2, key.id());
      Columns.set(select, 3, now);
      return read(select).stream().findFirst();
    }
  }

  public void made(Connection connection, Key key, Instant made, Instant nextDue)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update alert_digest set last_made_at = ?, next_due_at = ? where workspace = ? and id = ?
            """)) {
      Columns.set(update, 1, made);
      Columns.set(update, 2, nextDue);
      update.setString(3, key.workspace());
      update.setString(4, key.id());
      update.executeUpdate();
    }
  }

  /** Oldest first. */
  public List<Stored> all(Connection connection, String workspace) throws SQLException {
    try (var select = connection.prepareStatement(SELECT + " order by created_at, id")) {
      select.setString(1, workspace);
      return read(select);
    }
  }

  public Optional<Stored> find(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ?", workspace, id);
  }

  /** So that whoever else wants to change it waits for this transaction. */
  public Optional<Stored> lock(Connection connection, String workspace, String id)
      throws SQLException {
    return one(connection, " and id = ? for update", workspace, id);
  }

  public Optional<Stored> named(Connection connection, String workspace, String name)
      throws SQLException {
    return one(connection, " and name = ?", workspace, name);
  }

  private Optional<Stored> one(Connection connection, String which, String workspace, String value)
      throws SQLException {
    try (var select = connection.prepareStatement(SELECT + which)) {
      select.setString(1, workspace);
      select.setString(2, value);
      return read(select).stream().findFirst();
    }
  }

  private List<Stored> read(PreparedStatement select) throws SQLException {
    var digests = new ArrayList<Stored>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var definition = json.read(rows.getString("definition"), DigestDefinition.class);
        digests.add(
            new Stored(
                definition.toDigest(rows.getString("id"), rows.getInt("version")),
                Columns.instant(rows, "next_due_at"),
                Columns.instant(rows, "last_made_at")));
      }
    }
    return digests;
  }

  /**
   * @param nextDue null while it is switched off
   */
  public void save(Connection connection, String workspace, Digest digest, Instant nextDue)
      throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            insert into alert_digest (workspace, id, version, name, definition, next_due_at)
            values (?, ?, ?, ?, ?::jsonb, ?)
            on conflict (workspace, id) do update
            set version = excluded.version, name = excluded.name, definition = excluded.definition,
              next_due_at = excluded.next_due_at
            """)) {
      upsert.setString(1, workspace);
      upsert.setString(2, digest.id());
      upsert.setInt(3, digest.version());
      upsert.setString(4, digest.name());
      upsert.setString(5, json.write(DigestDefinition.of(digest)));
      Columns.set(upsert, 6, nextDue);
      upsert.executeUpdate();
    }
  }

  /** What it has put into the outbox is still delivered. */
  public void delete(Connection connection, String workspace, String id) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from alert_digest where workspace = ? and id = ?")) {
      delete.setString(1, workspace);
      delete.setString(2, id);
      delete.executeUpdate();
    }
  }
}
