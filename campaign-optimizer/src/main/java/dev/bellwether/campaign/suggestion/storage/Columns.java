package dev.bellwether.campaign.suggestion.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Values as the tables have them; null stays null. */
final class Columns {

  private Columns() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static void set(PreparedStatement statement, int parameter, Instant time) throws SQLException {
    statement.setObject(
        parameter,
        time == null ? null : time.atOffset(ZoneOffset.UTC),
        Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** For the methods below: every statement begins with a few texts. */
  static void set(PreparedStatement statement, String... texts) throws SQLException {
    for (int i = 0; i < texts.length; i++) {
      statement.setString(i + 1, texts[i]);
    }
  }

  static String written(ObjectMapper json, Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a suggestion cannot be written as JSON", e);
    }
  }

  static <T> T read(ObjectMapper json, String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored suggestion does not read", e);
    }
  }
}
