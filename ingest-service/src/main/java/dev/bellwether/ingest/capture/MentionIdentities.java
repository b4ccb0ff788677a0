package dev.bellwether.ingest.capture;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which mentions have been taken; the table {@code mention_identity}. */
final class MentionIdentities {

  private static final KnownRevision RESERVED = new KnownRevision(0, null, null, -1);

  private MentionIdentities() {}

  /**
   * What is known of each id. Unknown ids are reserved for this transaction, so that of two
   * requests with the same new post the second waits for the first and then finds a duplicate.
   *
   * @return a revision for every id known before; none for a new one
   */
  static Map<String, KnownRevision> lock(
      Connection connection, String workspace, Collection<String> ids) throws SQLException {
    // Sorted, so that two requests reserve in the same order and neither waits for the other in a
    // circle.
    String[] sorted = new TreeSet<>(ids).toArray(String[]::new);
    reserve(connection, workspace, sorted);
    var known = new HashMap<String, KnownRevision>();
    try (var select =
        connection.prepareStatement(
            """
            select mention_id, revision, edited_at, request_key, request_row from mention_identity
            where workspace = ? and mention_id = any(?) order by mention_id for update
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", sorted));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          KnownRevision revision = revision(rows);
          if (revision.revision() != RESERVED.revision()) {
            known.put(rows.getString("mention_id"), revision);
          }
        }
      }
    }
    return known;
  }

  private static void reserve(Connection connection, String workspace, String[] sorted)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into mention_identity (workspace, mention_id, revision)
            select ?, id, ? from unnest(?) with ordinality as new (id, place) order by place
            on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setInt(2, RESERVED.revision());
      insert.setArray(3, connection.createArrayOf("text", sorted));
      insert.executeUpdate();
    }
  }

  private static KnownRevision revision(ResultSet row) throws SQLException {
    Timestamp editedAt = row.getTimestamp("edited_at");
    return new KnownRevision(
        row.getInt("revision"),
        editedAt == null ? null : editedAt.toInstant(),
        row.getString("request_key"),
        row.getInt("request_row"));
  }

  /**
   * Lets go of what was reserved and is not taken, or a later answer would have to say that it is
   * known.
   */
  static void release(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from mention_identity where workspace = ? and mention_id = any(?) and revision = ?")) {
      delete.setString(1, workspace);
      delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
      delete.setInt(3, RESERVED.revision());
      delete.executeUpdate();
    }
  }

  /**
   * Writes down what has been published.
   *
   * @param authors pseudonyms by mention id, for those whose author is known
   */
  static void remember(
      Connection connection,
      String workspace,
      Map<String, KnownRevision> published,
      Map<String, String> authors)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update mention_identity
            set revision = ?, edited_at = ?, request_key = ?, request_row = ?, author = ?
            where workspace = ? and mention_id = ?
            """)) {
      for (String id : List.copyOf(published.keySet())) {
        KnownRevision revision = published.get(id);
        update.setInt(1, revision.revision());
        update.setTimestamp(2, timestamp(revision.editedAt()));
        update.setString(3, revision.requestKey());
        update.setInt(4, revision.requestRow());
        update.setString(5, authors.get(id));
        update.setString(6, workspace);
        update.setString(7, id);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
