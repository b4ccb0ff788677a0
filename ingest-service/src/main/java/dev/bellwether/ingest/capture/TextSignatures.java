package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.hygiene.duplicate.Signature;
import dev.bellwether.ingest.hygiene.duplicate.Words;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The tables {@code text_signature} and {@code text_memory}. */
public final class TextSignatures {

  private TextSignatures() {}

  /**
   * What was read.
   *
   * @param generation of the workspace's texts
   * @param transaction every earlier transaction has ended: what it wrote is in these rows or in
   *     those read before
   * @param rows oldest first
   */
  record Reading(long generation, long transaction, byte[] salt, List<Signature> rows) {}

  /**
   * Reads what has been written since a transaction, and since a moment: a transaction that has
   * been open for long elsewhere would otherwise have everything since read again and again.
   */
  static Reading since(Connection connection, String workspace, long transaction, Instant moment)
      throws SQLException {
    return read(
        connection,
        workspace,
        """
        select * from text_signature
        where workspace = ? and written_in >= ?::text::xid8 and seen_at >= ?
        """,
        select -> {
          select.setString(1, workspace);
          select.setString(2, Long.toString(transaction));
          select.setTimestamp(3, Timestamp.from(moment));
          return 3;
        });
  }

  /** Reads the last so many that have been written since a moment. */
  static Reading last(Connection connection, String workspace, int most, Instant moment)
      throws SQLException {
    return read(
        connection,
        workspace,
        """
        select * from text_signature where workspace = ? and seen_at >= ?
        order by written_in desc limit ?
        """,
        select -> {
          select.setString(1, workspace);
          select.setTimestamp(2, Timestamp.from(moment));
          select.setInt(3, most);
          return 3;
        });
  }

  private static Reading read(
      Connection connection, String workspace, String which, Parameters parameters)
      throws SQLException {
    // One statement, so that the snapshot and the rows are of one moment
    String sql =
        """
        select pg_snapshot_xmin(pg_current_snapshot())::text as oldest, memory.generation, memory.salt,
          known.mention_id, known.seen_at, known.cluster, known.words
        from text_memory memory left join (%s) known on known.workspace = memory.workspace
        where memory.workspace = ?
        order by known.written_in, known.mention_id
        """
            .formatted(which);
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(parameters.set(select) + 1, workspace);
      try (ResultSet found = select.executeQuery()) {
        if (found.next()) {
          return reading(found);
        }
      }
    }
    begin(connection, workspace);
    return read(connection, workspace, which, parameters);
  }

  private static Reading reading(ResultSet found) throws SQLException {
    long generation = found.getLong("generation");
    long oldest = Long.parseUnsignedLong(found.getString("oldest"));
    byte[] salt = found.getBytes("salt");
    List<Signature> rows = new ArrayList<>();
    do {
      byte[] words = found.getBytes("words");
      if (words != null) {
        rows.add(
            new Signature(
                found.getString("mention_id"),
                found.getTimestamp("seen_at").toInstant(),
                found.getLong("cluster"),
                Words.of(words)));
      }
    } while (found.next());
    return new Reading(generation, oldest, salt, Collections.unmodifiableList(rows));
  }

  private static void begin(Connection connection, String workspace) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into text_memory (workspace) values (?) on conflict do nothing")) {
      insert.setString(1, workspace);
      insert.executeUpdate();
    }
  }

  /** Writes down what has been placed; an edit's words take the place of the earlier ones. */
  static void save(Connection connection, String workspace, List<Signature> signatures)
      throws SQLException {
    List<Signature> sorted = new ArrayList<>(signatures);
    sorted.sort(Comparator.comparing(Signature::mentionId));
    try (var insert =
        connection.prepareStatement(
            """
            insert into text_signature (workspace, mention_id, seen_at, cluster, words)
            select ?, id, seen_at, cluster, words
            from unnest(?, ?, ?::bigint[], ?::bytea[]) as new (id, seen_at, cluster, words)
            on conflict (workspace, mention_id) do update set seen_at = excluded.seen_at,
              cluster = excluded.cluster, words = excluded.words, written_in = excluded.written_in
            """)) {
      insert.setString(1, workspace);
      insert.setArray(
          2, array(connection, "text", sorted.stream().map(Signature::mentionId).toArray()));
      insert.setArray(
          3,
          array(
              connection,
              "timestamptz",
              sorted.stream().map(row -> Timestamp.from(row.seenAt())).toArray()));
      insert.setArray(
          4, array(connection, "bigint", sorted.stream().map(Signature::cluster).toArray()));
      insert.setArray(
          5,
          connection.createArrayOf(
              "bytea", sorted.stream().map(row -> row.words().bytes()).toArray(byte[][]::new)));
      insert.executeUpdate();
    }
  }

  private static java.sql.Array array(Connection connection, String type, Object[] values)
      throws SQLException {
    return connection.createArrayOf(type, values);
  }

  /**
   * Takes the signatures of mentions away, for an erasure or for retention. From its commit on no
   * instance compares anything with them.
   */
  public static void forget(Connection connection, String workspace, Collection<String> mentionIds)
      throws SQLException {
    int removed;
    try (var delete =
        connection.prepareStatement(
            "delete from text_signature where workspace = ? and mention_id = any(?)")) {
      delete.setString(1, workspace);
      delete.setArray(2, array(connection, "text", mentionIds.toArray()));
      removed = delete.executeUpdate();
    }
    if (removed > 0) {
      try (var next =
          connection.prepareStatement(
              "update text_memory set generation = generation + 1 where workspace = ?")) {
        next.setString(1, workspace);
        next.executeUpdate();
      }
    }
  }

  /** Which workspaces may have some; as a worker. */
  static List<String> workspaces(Connection connection) throws SQLException {
    try (var select =
            connection.prepareStatement("select workspace from text_memory order by workspace");
        ResultSet rows = select.executeQuery()) {
      var workspaces = new ArrayList<String>();
      while (rows.next()) {
        workspaces.add(rows.getString(1));
      }
      return workspaces;
    }
  }

  /**
   * Removes some of the rows that are too old to be compared with.
   *
   * @return how many
   */
  static int expire(Connection connection, String workspace, Instant before, int most)
      throws SQLException {
    // Skipping what an edit holds, so that neither waits for the other in a circle
    try (var delete =
        connection.prepareStatement(
            """
            delete from text_signature where workspace = ? and mention_id in (
              select mention_id from text_signature where workspace = ? and seen_at < ?
              order by written_in limit ? for update skip locked)
            """)) {
      delete.setString(1, workspace);
      delete.setString(2, workspace);
      delete.setTimestamp(3, Timestamp.from(before));
      delete.setInt(4, most);
      return delete.executeUpdate();
    }
  }

  /** Sets the parameters of a part of a statement and says how many they are. */
  private interface Parameters {
    int set(PreparedStatement statement) throws SQLException;
  }
}
