package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.SentimentCounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the counts. */
@ApplicationScoped
public class SentimentQueries {

  /** What to group hours by. */
  public enum Bucket {
    HOUR,
    /** Of UTC. */
    DAY
  }

  private static final String BY_TIME =
      """
      select date_trunc(?, hour, 'UTC'), label, sum(mentions) from rollup
      where workspace = ? and monitor = ? and hour >= ? and hour < ? and mentions > 0
      group by 1, 2""";
  private static final String BY_MONITOR =
      """
      select monitor, label, sum(mentions) from rollup
      where workspace = ? and hour >= ? and hour < ? and mentions > 0
      group by 1, 2""";

  private final WorkspaceTransaction transactions;

  public SentimentQueries(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * Counts over time, without the buckets in which nothing happened.
   *
   * @param monitor a monitor's id, or {@link Cell#WHOLE_WORKSPACE}
   */
  public SortedMap<Instant, SentimentCounts> overTime(
      String workspace, String monitor, Hours hours, Bucket bucket) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(BY_TIME)) {
            statement.setString(1, bucket.name().toLowerCase(Locale.ROOT));
            statement.setString(2, workspace);
            statement.setString(3, monitor);
            setHours(statement, 4, hours);
            var counts = new TreeMap<Instant, SentimentCounts>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                add(
                    counts,
                    rows.getObject(1, OffsetDateTime.class).toInstant(),
                    rows.getString(2),
                    rows.getLong(3));
              }
            }
            return counts;
          }
        });
  }

  /** Counts by monitor; the key {@link Cell#WHOLE_WORKSPACE} holds those of the whole workspace. */
  public SortedMap<String, SentimentCounts> byMonitor(String workspace, Hours hours) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var statement = connection.prepareStatement(BY_MONITOR)) {
            statement.setString(1, workspace);
            setHours(statement, 2, hours);
            var counts = new TreeMap<String, SentimentCounts>();
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                add(counts, rows.getString(1), rows.getString(2), rows.getLong(3));
              }
            }
            return counts;
          }
        });
  }

  private static void setHours(PreparedStatement statement, int from, Hours hours)
      throws SQLException {
    statement.setObject(from, hours.from().atOffset(ZoneOffset.UTC));
    statement.setObject(from + 1, hours.to().atOffset(ZoneOffset.UTC));
  }

  private static <K> void add(
      SortedMap<K, SentimentCounts> counts, K key, String label, long mentions) {
    var more =
        SentimentCounts.NONE.plus(SentimentLabel.valueOf(label.toUpperCase(Locale.ROOT)), mentions);
    counts.merge(key, more, SentimentCounts::plus);
  }
}
