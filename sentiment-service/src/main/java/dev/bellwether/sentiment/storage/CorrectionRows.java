package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.Correction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The table {@code correction}. */
final class CorrectionRows {

  private static final String LOCK =
      """
      select mention, label, corrected_at, corrected_by, model_label, model
      from correction where workspace = ? and mention = any (?) order by mention for update""";
  private static final String KEEP =
      """
      insert into correction
        (workspace, mention, label, corrected_at, corrected_by, model_label, model)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace, mention) do update set label = excluded.label,
        corrected_at = excluded.corrected_at, corrected_by = excluded.corrected_by,
        model_label = excluded.model_label, model = excluded.model""";
  private static final String DELETE =
      "delete from correction where workspace = ? and mention = any (?)";

  private CorrectionRows() {}

  static Map<String, Correction> lock(
      Connection connection, String workspace, List<String> mentions) throws SQLException {
    var kept = new HashMap<String, Correction>();
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, workspace);
      statement.setArray(2, connection.createArrayOf("text", mentions.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var mention = rows.getString("mention");
          kept.put(mention, correction(workspace, mention, rows));
        }
      }
    }
    return kept;
  }

  private static Correction correction(String workspace, String mention, ResultSet row)
      throws SQLException {
    return new Correction(
        Correction.SCHEMA_VERSION,
        workspace,
        mention,
        Columns.label(row, "label"),
        Columns.instant(row, "corrected_at"),
        row.getString("corrected_by"),
        Columns.label(row, "model_label"),
        row.getString("model"));
  }

  static void keep(Connection connection, String workspace, SortedMap<String, Correction> corrected)
      throws SQLException {
    if (corrected.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(KEEP)) {
      for (var entry : corrected.entrySet()) {
        var correction = entry.getValue();
        statement.setString(1, workspace);
        statement.setString(2, entry.getKey());
        Columns.set(statement, 3, correction.label());
        Columns.set(statement, 4, correction.correctedAt());
        statement.setString(5, correction.correctedBy());
        Columns.set(statement, 6, correction.modelLabel());
        statement.setString(7, correction.model());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static void delete(Connection connection, String workspace, Collection<String> mentions)
      throws SQLException {
    Columns.delete(connection, DELETE, workspace, mentions);
  }
}
