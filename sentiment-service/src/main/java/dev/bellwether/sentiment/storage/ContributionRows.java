package dev.bellwether.sentiment.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.sentiment.rollup.Contribution;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The table {@code contribution}. */
final class ContributionRows {

  /** PostgreSQL's code for "try the transaction again". */
  private static final String SERIALIZATION_FAILURE = "40001";

  private static final String LOCK =
      """
      select mention, revision, hour, created_at, label, monitors, author, interactions, spam, score
      from contribution where workspace = ? and mention = any (?) order by mention for update""";
  private static final String INSERT =
      """
      insert into contribution
        (revision, hour, created_at, label, monitors, author, interactions, spam, emotion, irony,
         offensive, score, workspace, mention)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""";
  private static final String UPDATE =
      """
      update contribution set revision = ?, hour = ?, created_at = ?, label = ?, monitors = ?,
        author = ?, interactions = ?, spam = ?, emotion = ?, irony = ?, offensive = ?,
        score = ?::jsonb
      where workspace = ? and mention = ?""";
  private static final String DELETE =
      "delete from contribution where workspace = ? and mention = any (?)";

  private final ObjectMapper json;

  ContributionRows(ObjectMapper json) {
    this.json = json;
  }

  Map<String, Contribution> lock(Connection connection, String workspace, List<String> mentions)
      throws SQLException {
    var kept = new HashMap<String, Contribution>();
    try (var statement = connection.prepareStatement(LOCK)) {
      statement.setString(1, workspace);
      statement.setArray(2, connection.createArrayOf("text", mentions.toArray()));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          kept.put(rows.getString("mention"), contribution(rows));
        }
      }
    }
    return kept;
  }

  private Contribution contribution(ResultSet row) throws SQLException {
    return new Contribution(
        row.getInt("revision"),
        Columns.instant(row, "hour"),
        Columns.instant(row, "created_at"),
        Columns.label(row, "label"),
        List.of((String[]) row.getArray("monitors").getArray()),
        row.getString("author"),
        row.getLong("interactions"),
        row.getBoolean("spam"),
        score(row.getString("score")));
  }

  private ScoredMention score(String stored) {
    try {
      return stored == null ? null : json.readValue(stored, ScoredMention.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a stored score does not read: by a newer version?", e);
    }
  }

  void insert(Connection connection, String workspace, SortedMap<String, Contribution> inserted)
      throws SQLException {
    for (int rows : write(connection, INSERT, workspace, inserted)) {
      // Another consumer that still believes it owns the partition was quicker. Our step was
      // worked out without its row, so it must be worked out anew.
      if (rows == 0) {
        throw new SQLException(
            "a mention was inserted by another consumer meanwhile", SERIALIZATION_FAILURE);
      }
    }
  }

  void update(Connection connection, String workspace, SortedMap<String, Contribution> updated)
      throws SQLException {
    write(connection, UPDATE, workspace, updated);
  }

  void delete(Connection connection, String workspace, Collection<String> mentions)
      throws SQLException {
    Columns.delete(connection, DELETE, workspace, mentions);
  }

  private int[] write(
      Connection connection,
      String sql,
      String workspace,
      SortedMap<String, Contribution> contributions)
      throws SQLException {
    if (contributions.isEmpty()) {
      return new int[0];
    }
    try (var statement = connection.prepareStatement(sql)) {
      for (var entry : contributions.entrySet()) {
        set(connection, statement, entry.getValue());
        statement.setString(13, workspace);
        statement.setString(14, entry.getKey());
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }

  private void set(Connection connection, PreparedStatement statement, Contribution contribution)
      throws SQLException {
    var emotion = contribution.emotion();
    statement.setInt(1, contribution.revision());
    Columns.set(statement, 2, contribution.hour());
    Columns.set(statement, 3, contribution.createdAt());
    Columns.set(statement, 4, contribution.label());
    statement.setArray(5, connection.createArrayOf("text", contribution.monitors().toArray()));
    statement.setString(6, contribution.author());
    statement.setLong(7, contribution.interactions());
    statement.setBoolean(8, contribution.spam());
    statement.setString(9, emotion == null ? null : emotion.wireName());
    statement.setObject(10, contribution.irony(), Types.BOOLEAN);
    statement.setObject(11, contribution.offensive(), Types.BOOLEAN);
    statement.setString(12, stored(contribution.score()));
  }

  private String stored(ScoredMention score) {
    try {
      return score == null ? null : json.writeValueAsString(score);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a score that is no JSON", e);
    }
  }
}
