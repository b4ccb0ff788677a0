package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;

/** Values as the tables have them; null stays null. */
final class Columns {

  private Columns() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static SentimentLabel label(ResultSet row, String column) throws SQLException {
    var label = row.getString(column);
    return label == null ? null : SentimentLabel.valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** ISO 8601, as PostgreSQL reads it up to the year 9999; what lies beyond it refuses. */
  static String text(Instant time) {
    return time == null ? null : time.toString();
  }

  static void set(PreparedStatement statement, int parameter, Instant time) throws SQLException {
    statement.setObject(
        parameter,
        time == null ? null : time.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  static void set(PreparedStatement statement, int parameter, SentimentLabel label)
      throws SQLException {
    statement.setString(parameter, label == null ? null : label.wireName());
  }

  /**
   * @param sql with a workspace and an array of mentions
   */
  static void delete(
      Connection connection, String sql, String workspace, Collection<String> mentions)
      throws SQLException {
    if (mentions.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, workspace);
      statement.setArray(2, connection.createArrayOf("text", mentions.toArray()));
      statement.executeUpdate();
    }
  }
}
