package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

/** Reads the candidates of a selection in the order of their time. */
record ArchiveRows(Connection connection, ObjectMapper json) {

  /** In which order to read, and what compares with the place where the last page ended. */
  enum Order {
    NEWEST_FIRST("desc", "<"),
    OLDEST_FIRST("asc", ">");

    private final String sql;
    private final String beyond;

    Order(String sql, String beyond) {
      this.sql = sql;
      this.beyond = beyond;
    }
  }

  /** One row at a time; false ends the reading. */
  @FunctionalInterface
  interface Visitor {
    boolean visit(ArchivedRow row);
  }

  /**
   * At most {@code most} candidates.
   *
   * @param after where the last page ended, or null
   */
  List<ArchivedRow> page(Selection selection, Order order, SearchCursor after, int most)
      throws SQLException {
    var rows = new ArrayList<ArchivedRow>();
    try (var select = select(selection, order, after, " limit " + most);
        ResultSet found = select.executeQuery()) {
      while (found.next()) {
        rows.add(ArchivedRow.of(found, json));
      }
    }
    return rows;
  }

  /** All candidates, as the database holds them at this moment; a few hundred in memory. */
  void visit(Selection selection, Visitor visitor) throws SQLException {
    try (var select = select(selection, Order.NEWEST_FIRST, null, "")) {
      select.setFetchSize(500);
      try (ResultSet found = select.executeQuery()) {
        boolean on = true;
        while (on && found.next()) {
          on = visitor.visit(ArchivedRow.of(found, json));
        }
      }
    }
  }

  private PreparedStatement select(
      Selection selection, Order order, SearchCursor after, String limit) throws SQLException {
    Condition where = selection.condition();
    if (after != null) {
      where =
          Condition.join(
              "and",
              List.of(
                  where,
                  // alone it would not tell which months to leave out
                  Condition.of(
                      "m.created_at " + order.beyond + "= ?", Timestamp.from(after.createdAt())),
                  Condition.of(
                      "(m.created_at, m.mention_id) " + order.beyond + " (?, ?)",
                      Timestamp.from(after.createdAt()),
                      after.mentionId())));
    }
    PreparedStatement select =
        connection.prepareStatement(
            "select %s%s where %s order by m.created_at %s, m.mention_id %s%s"
                .formatted(
                    ArchivedRow.COLUMNS,
                    ArchivedRow.FROM_WITH_SCORES,
                    where.sql(),
                    order.sql,
                    order.sql,
                    limit));
    where.bind(select);
    return select;
  }
}
