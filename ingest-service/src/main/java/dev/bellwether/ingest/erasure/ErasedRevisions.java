package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.mention.Author;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Flags;
import dev.bellwether.contracts.mention.Mention;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The revision that says a mention is erased: what it was counted in (monitors, time), and nothing
 * that anybody wrote.
 */
final class ErasedRevisions {

  private static final Engagement NO_ENGAGEMENT = new Engagement(0, 0, 0, 0);

  private ErasedRevisions() {}

  /**
   * The next revision of each that is known. Its identity is locked, and one that is being taken
   * for the first time this moment is waited for.
   */
  static List<Mention> of(Connection connection, String workspace, List<String> ids, Instant now)
      throws SQLException {
    var sorted = new TreeSet<>(ids).toArray(String[]::new);
    reserve(connection, workspace, sorted);
    var revisions = new ArrayList<Mention>();
    try (var select =
        connection.prepareStatement(
            """
            select i.mention_id, i.revision, a.created_at, a.monitors
            from mention_identity i
            left join archived_mention a on a.workspace = i.workspace and a.mention_id = i.mention_id
            where i.workspace = ? and i.mention_id = any(?)
            order by i.mention_id for update of i
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", sorted));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          if (row.getInt("revision") > 0) {
            revisions.add(revision(workspace, row, now));
          }
        }
      }
    }
    return revisions;
  }

  private static void reserve(Connection connection, String workspace, String[] sorted)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into mention_identity (workspace, mention_id, revision)
            select ?, id, 0 from unnest(?) with ordinality as new (id, place) order by place
            on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setArray(2, connection.createArrayOf("text", sorted));
      insert.executeUpdate();
    }
  }

  private static Mention revision(String workspace, ResultSet row, Instant now)
      throws SQLException {
    String id = row.getString("mention_id");
    Timestamp createdAt = row.getTimestamp("created_at");
    var monitors = row.getArray("monitors");
    return new Mention(
        Mention.SCHEMA_VERSION,
        workspace,
        id,
        row.getInt("revision") + 1,
        Cause.ERASED,
        id.substring(0, id.indexOf(':')),
        null,
        null,
        "",
        Mention.UNDETERMINED_LANGUAGE,
        // the archive may not have it yet
        createdAt == null ? now : createdAt.toInstant(),
        now,
        Author.UNKNOWN,
        NO_ENGAGEMENT,
        List.of(),
        List.of(),
        List.of(),
        null,
        monitors == null ? List.of() : List.of((String[]) monitors.getArray()),
        Flags.NONE);
  }

  /** So that marking again, after a crash, writes a later revision. */
  static void remember(Connection connection, String workspace, List<Mention> erased)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update mention_identity set revision = ?, author = null
            where workspace = ? and mention_id = ?
            """)) {
      for (Mention mention : erased) {
        update.setInt(1, mention.revision());
        update.setString(2, workspace);
        update.setString(3, mention.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
