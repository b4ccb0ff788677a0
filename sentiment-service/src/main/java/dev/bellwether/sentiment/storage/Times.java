package dev.bellwether.sentiment.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as JDBC takes and gives them. */
final class Times {

  private Times() {}

  /** Sets two parameters, {@code first} being the number of the earlier. */
  static void set(PreparedStatement statement, int first, Span span) throws SQLException {
    statement.setObject(first, span.from().atOffset(ZoneOffset.UTC));
    statement.setObject(first + 1, span.to().atOffset(ZoneOffset.UTC));
  }

  /** Null where the column is. */
  static Instant get(ResultSet row, int column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** The start of a group; {@link Instant#MIN} for the one that holds everything. */
  static Instant group(ResultSet row, int column) throws SQLException {
    var start = get(row, column);
    return start == null ? Instant.MIN : start;
  }
}
