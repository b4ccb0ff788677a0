package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.mention.Mention;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of posts by others that name what is erased. */
final class NamingRows {

  /**
   * @param mention as JSON
   * @param answersErased whether it answers a post of this erasure
   */
  record Row(String mention, boolean answersErased) {}

  private NamingRows() {}

  static List<Row> read(
      Connection connection, String workspace, String erasure, Collection<String> ids)
      throws SQLException {
    var found = new ArrayList<Row>();
    try (var select =
        connection.prepareStatement(
            """
            select a.mention, exists (select from erasure_mention e
              where e.workspace = a.workspace and e.erasure = ? and not e.of_other
                and e.mention_id in (a.mention ->> 'inReplyTo', a.platform || ':' || (a.mention ->> 'inReplyTo')))
            from archived_mention a where a.workspace = ? and a.mention_id = any(?)
            """)) {
      select.setString(1, erasure);
      select.setString(2, workspace);
      select.setArray(3, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(new Row(rows.getString(1), rows.getBoolean(2)));
        }
      }
    }
    return found;
  }

  /**
   * Their new revisions. That the first text is known no more keeps newer figures, which sources
   * send together with it, from bringing it back.
   */
  static void remember(Connection connection, String workspace, Collection<Mention> revised)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update mention_identity set revision = ?, text_hash = null
            where workspace = ? and mention_id = ?
            """)) {
      for (Mention mention : revised) {
        update.setInt(1, mention.revision());
        update.setString(2, workspace);
        update.setString(3, mention.id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  static void count(Connection connection, String workspace, String erasure, int more)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update erasure set mentions_redacted = mentions_redacted + ? where workspace = ? and id = ?")) {
      update.setInt(1, more);
      update.setString(2, workspace);
      update.setString(3, erasure);
      update.executeUpdate();
    }
  }
}
