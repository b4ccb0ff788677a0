package dev.bellwether.local.backends;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The few things said to a database by hand. */
final class Queries {

  private Queries() {}

  /** The first column of the first row as text; empty when there is no row, or null in it. */
  static Optional<String> one(Connection connection, String query, String... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
      }
    }
  }

  static boolean isTrue(Connection connection, String query, String... parameters)
      throws SQLException {
    return one(connection, query, parameters).filter("t"::equals).isPresent();
  }

  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A name as SQL takes it, whatever is in it. */
  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
