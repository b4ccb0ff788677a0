package dev.bellwether.sentiment.storage;

import dev.bellwether.contracts.sentiment.SentimentLabel;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import dev.bellwether.sentiment.rollup.Cell;
import dev.bellwether.sentiment.rollup.Change;
import dev.bellwether.sentiment.rollup.Contribution;
import dev.bellwether.sentiment.rollup.RollupStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Contributions and counts: read together, changed together. */
@ApplicationScoped
public class RollupStore {

  /** PostgreSQL's code for "try the transaction again". */
  private static final String SERIALIZATION_FAILURE = "40001";

  private static final String LOCK =
      """
      select mention, revision, hour, label, monitors from contribution
      where workspace = ? and mention = any (?) order by mention for update""";
  private static final String INSERT =
      """
      insert into contribution (workspace, mention, revision, hour, label, monitors)
      values (?, ?, ?, ?, ?, ?) on conflict do nothing""";
  private static final String UPDATE =
      """
      update contribution set revision = ?, hour = ?, label = ?, monitors = ?
      where workspace = ? and mention = ?""";
  private static final String DELETE =
      "delete from contribution where workspace = ? and mention = any (?)";
  private static final String CREATE_CELL =
      """
      insert into rollup (workspace, monitor, hour, label, mentions)
      values (?, ?, ?, ?, 0) on conflict do nothing""";
  private static final String ADD_TO_CELL =
      """
      update rollup set mentions = mentions + ?
      where workspace = ? and monitor = ? and hour = ? and label = ?""";

  private final WorkspaceTransaction transactions;

  public RollupStore(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /**
   * Applies changes of one workspace in one transaction.
   *
   * @param changes in the order of the log
   * @throws dev.bellwether.kit.storage.StorageException when the database refuses; nothing is
   *     changed then
   */
  public void apply(String workspace, List<Change> changes) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          var step = RollupStep.of(lock(connection, workspace, changes), changes);
          if (!step.isEmpty()) {
            insert(connection, workspace, step.inserted());
            update(connection, workspace, step.updated());
            delete(connection, workspace, step);
            addToCells(connection, workspace, step.deltas());
          }
          return null;
        });
  }

  private static Map<String, Contribution> lock(
      Connection connection, String workspace, List<Change> changes) throws SQLException {
    var mentions = changes.stream().map(Change::mention).distinct().toArray(String[]::new);
    var kept = new HashMap<String, Contribution>();
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, workspace);
      statement.setArray(2, connection.createArrayOf("text", mentions));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          kept.put(rows.getString(1), contribution(rows));
        }
      }
    }
    return kept;
  }

  private static Contribution contribution(ResultSet row) throws SQLException {
    var hour = row.getObject(3, OffsetDateTime.class);
    var label = row.getString(4);
    return new Contribution(
        row.getInt(2),
        hour == null ? null : hour.toInstant(),
        label == null ? null : SentimentLabel.valueOf(label.toUpperCase(Locale.ROOT)),
        List.of((String[]) row.getArray(5).getArray()));
  }

  private static void insert(
      Connection connection, String workspace, SortedMap<String, Contribution> inserted)
      throws SQLException {
    if (inserted.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(INSERT)) {
      for (var entry : inserted.entrySet()) {
        var contribution = entry.getValue();
        statement.setString(1, workspace);
        statement.setString(2, entry.getKey());
        statement.setInt(3, contribution.revision());
        statement.setObject(4, utc(contribution.hour()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(5, wireName(contribution));
        statement.setArray(6, monitors(connection, contribution));
        statement.addBatch();
      }
      for (int rows : statement.executeBatch()) {
        // Another consumer that still believes it owns the partition was quicker. Our step was
        // worked out without its
        // row, so it must be worked out anew.
        if (rows == 0) {
          throw new SQLException(
              "a mention was inserted by another consumer meanwhile", SERIALIZATION_FAILURE);
        }
      }
    }
  }

  private static void update(
      Connection connection, String workspace, SortedMap<String, Contribution> updated)
      throws SQLException {
    if (updated.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(UPDATE)) {
      for (var entry : updated.entrySet()) {
        var contribution = entry.getValue();
        statement.setInt(1, contribution.revision());
        statement.setObject(2, utc(contribution.hour()), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setString(3, wireName(contribution));
        statement.setArray(4, monitors(connection, contribution));
        statement.setString(5, workspace);
        statement.setString(6, entry.getKey());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void delete(Connection connection, String workspace, RollupStep step)
      throws SQLException {
    if (step.deleted().isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(DELETE)) {
      statement.setString(1, workspace);
      statement.setArray(2, connection.createArrayOf("text", step.deleted().toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * Two statements, because "insert … on conflict update" would check a negative delta before it is
   * added.
   */
  private static void addToCells(
      Connection connection, String workspace, SortedMap<Cell, Long> deltas) throws SQLException {
    try (var create = connection.prepareStatement(CREATE_CELL);
        var add = connection.prepareStatement(ADD_TO_CELL)) {
      for (var entry : deltas.entrySet()) {
        setCell(create, 1, workspace, entry.getKey());
        create.addBatch();
        add.setLong(1, entry.getValue());
        setCell(add, 2, workspace, entry.getKey());
        add.addBatch();
      }
      create.executeBatch();
      add.executeBatch();
    }
  }

  private static void setCell(PreparedStatement statement, int from, String workspace, Cell cell)
      throws SQLException {
    statement.setString(from, workspace);
    statement.setString(from + 1, cell.monitor());
    statement.setObject(from + 2, utc(cell.hour()));
    statement.setString(from + 3, cell.label().wireName());
  }

  private static OffsetDateTime utc(Instant hour) {
    return hour == null ? null : hour.atOffset(ZoneOffset.UTC);
  }

  private static String wireName(Contribution contribution) {
    return contribution.label() == null ? null : contribution.label().wireName();
  }

  private static Array monitors(Connection connection, Contribution contribution)
      throws SQLException {
    return connection.createArrayOf("text", contribution.monitors().toArray());
  }
}
