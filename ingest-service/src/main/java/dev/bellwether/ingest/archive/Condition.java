package dev.bellwether.ingest.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A condition of a statement, and the values of its question marks: texts, numbers, timestamps or
 * arrays of texts.
 */
record Condition(String sql, List<Object> values) {

  static Condition of(String sql, Object... values) {
    return new Condition(sql, List.of(values));
  }

  /**
   * @param word {@code and} or {@code or}
   * @param parts at least one
   */
  static Condition join(String word, List<Condition> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    var sql = new ArrayList<String>(parts.size());
    var values = new ArrayList<Object>();
    for (Condition part : parts) {
      sql.add(part.sql());
      values.addAll(part.values());
    }
    return new Condition("(" + String.join(" " + word + " ", sql) + ")", values);
  }

  void bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }
}
