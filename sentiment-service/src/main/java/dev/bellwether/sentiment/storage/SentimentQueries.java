package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import dev.bellwether.sentiment.summary.Emotions;
import dev.bellwether.sentiment.summary.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the counts. */
@ApplicationScoped
public class SentimentQueries {

  private static final String SUMS =
      """
      label, sum(mentions), sum(interactions), sum(spam), sum(ironic), sum(offensive),
      sum(anger), sum(joy), sum(optimism), sum(sadness)""";
  private static final String BY_TIME =
      """
      select %s, %s from %s
      where workspace = ? and monitor = ? and %4$s >= ? and %4$s < ? and mentions > 0
      group by 1, 2""";
  private static final String BY_MONITOR =
      "select monitor, "
          + SUMS
          + """
             from rollup
            where workspace = ? and hour >= ? and hour < ? and mentions > 0
            group by 1, 2""";

  private final WorkspaceTransaction transactions;

  public SentimentQueries(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * Figures over time, without the groups in which nothing happened.
   *
   * @param monitor a monitor's id, or {@link Cell#WHOLE_WORKSPACE}
   * @param span of what {@code grain} keeps
   * @return by the start of each group; by {@link Instant#MIN} for {@link Grain#TOTAL}
   */
  public SortedMap<Instant, Figures> overTime(
      String workspace, String monitor, Span span, Grain grain) {
    var sql = BY_TIME.formatted(grain.groupOf(grain.column()), SUMS, grain.table(), grain.column());
    SqlWork<SortedMap<Instant, Figures>> read =
        connection -> {
          try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspace);
            statement.setString(2, monitor);
            Times.set(statement, 3, span);
            var figures = new TreeMap<Instant, Figures>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                figures.merge(Times.group(rows, 1), figures(rows), Figures::plus);
              }
            }
            return figures;
          }
        };
    return transactions.inWorkspace(workspace, read);
  }

  /**
   * Figures by monitor; the key {@link Cell#WHOLE_WORKSPACE} holds those of the whole workspace.
   */
  public SortedMap<String, Figures> byMonitor(String workspace, Span hours) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(BY_MONITOR)) {
            statement.setString(1, workspace);
            Times.set(statement, 2, hours);
            var figures = new TreeMap<String, Figures>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                figures.merge(rows.getString(1), figures(rows), Figures::plus);
              }
            }
            return figures;
          }
        });
  }

  /** From a row whose columns from the second on are {@link #SUMS}. */
  private static Figures figures(ResultSet row) throws SQLException {
    var label = SentimentLabel.valueOf(row.getString(2).toUpperCase(Locale.ROOT));
    return new Figures(
        SentimentCounts.NONE.plus(label, row.getLong(3)),
        SentimentCounts.NONE.plus(label, row.getLong(4)),
        new Emotions(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7));
  }
}
