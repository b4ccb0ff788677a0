package dev.bellwether.ingest.ads;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Which ad rows have been taken; the table {@code ad_row}. */
final class AdIdentities {

  private static final String RESERVED = "";

  private AdIdentities() {}

  /** The figures of every key known before; unknown keys are reserved for this transaction. */
  static Map<String, KnownFigures> lock(
      Connection connection, String workspace, Collection<String> keys) throws SQLException {
    // Sorted, so that two requests reserve in the same order and neither waits for the other in a
    // circle.
    var sorted = connection.createArrayOf("text", new TreeSet<>(keys).toArray());
    try (var insert =
        connection.prepareStatement(
            """
            insert into ad_row (workspace, row_key, figures)
            select ?, key, ? from unnest(?) with ordinality as new (key, place) order by place
            on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, RESERVED);
      insert.setArray(3, sorted);
      insert.executeUpdate();
    }
    var known = new HashMap<String, KnownFigures>();
    try (var select =
        connection.prepareStatement(
            """
            select row_key, figures, request_key, request_row from ad_row
            where workspace = ? and row_key = any(?) and figures <> ? order by row_key for update
            """)) {
      select.setString(1, workspace);
      select.setArray(2, sorted);
      select.setString(3, RESERVED);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.put(
              rows.getString("row_key"),
              new KnownFigures(
                  rows.getString("figures"),
                  rows.getString("request_key"),
                  rows.getInt("request_row")));
        }
      }
    }
    return known;
  }

  static void remember(Connection connection, String workspace, Map<String, KnownFigures> taken)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update ad_row set figures = ?, request_key = ?, request_row = ?
            where workspace = ? and row_key = ?
            """)) {
      for (Map.Entry<String, KnownFigures> row : taken.entrySet()) {
        update.setString(1, row.getValue().digest());
        update.setString(2, row.getValue().requestKey());
        update.setInt(3, row.getValue().requestRow());
        update.setString(4, workspace);
        update.setString(5, row.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }
}
