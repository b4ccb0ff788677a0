package dev.bellwether.ingest.monitor.backfill;

import dev.bellwether.contracts.mention.Mention;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Which revision of a mention was published last; the table {@code mention_identity}. */
public final class IdentityRevisions {

  private IdentityRevisions() {}

  /**
   * Locks identities in the order in which captures lock them.
   *
   * @return the revisions of those there are
   */
  public static Map<String, Integer> lock(
      Connection connection, String workspace, Collection<String> ids) throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select mention_id, revision from mention_identity
            where workspace = ? and mention_id = any(?) order by mention_id for update
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", new TreeSet<>(ids).toArray()));
      var revisions = new HashMap<String, Integer>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          revisions.put(rows.getString(1), rows.getInt(2));
        }
      }
      return revisions;
    }
  }

  /** Writes down that these have been published. */
  static void set(Connection connection, String workspace, Collection<Mention> published)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update mention_identity set revision = ? where workspace = ? and mention_id = ?")) {
      for (Mention mention : published) {
        update.setInt(1, mention.revision());
        update.setString(2, workspace);
        update.setString(3, mention.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
