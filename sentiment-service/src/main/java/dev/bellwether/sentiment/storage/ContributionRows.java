package dev.bellwether.sentiment.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.sentiment.rollup.Contribution;
import java.sql.Array;
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
        (workspace, mention, revision, hour, created_at, label, monitors, author, interactions,
         spam, emotion, irony, offensive, score)
      select ?, n.mention, n.revision, n.hour::timestamptz, n.created_at::timestamptz, n.label,
        n.monitors::text[], n.author, n.interactions, n.spam, n.emotion, n.irony, n.offensive,
        n.score::jsonb
      from unnest(?::text[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::bigint[], ?::boolean[], ?::text[], ?::boolean[], ?::boolean[], ?::text[])
        as n (mention, revision, hour, created_at, label, monitors, author, interactions, spam,
          emotion, irony, offensive, score)
      on conflict do nothing""";
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
    var score = score(row.getString("score"));
    // the version before leaves what it does not know as an earlier revision had it: none of that
    // counts any more
    boolean older = score != null && score.revision() != row.getInt("revision");
    return new Contribution(
        row.getInt("revision"),
        Columns.instant(row, "hour"),
        older ? null : Columns.instant(row, "created_at"),
        Columns.label(row, "label"),
        List.of((String[]) row.getArray("monitors").getArray()),
        older ? null : row.getString("author"),
        older ? 0 : row.getLong("interactions"),
        !older && row.getBoolean("spam"),
        older ? null : score);
  }

  private ScoredMention score(String stored) {
    try {
      return stored == null ? null : json.readValue(stored, ScoredMention.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a stored score does not read: by a newer version?", e);
    }
  }

  /** All in one statement, as arrays: a batch is hundreds of them. */
  void insert(Connection connection, String workspace, SortedMap<String, Contribution> inserted)
      throws SQLException {
    if (inserted.isEmpty()) {
      return;
    }
    var rows = List.copyOf(inserted.values());
    try (var statement = connection.prepareStatement(INSERT)) {
      int parameter = 1;
      statement.setString(parameter++, workspace);
      statement.setArray(
          parameter++, connection.createArrayOf("text", inserted.keySet().toArray()));
      for (var column : columns(connection)) {
        var values = new Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = column.of(rows.get(i));
        }
        statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
      }
      // Another consumer that still believes it owns the partition was quicker. Our step was
      // worked out without its row, so it must be worked out anew.
      if (statement.executeUpdate() < rows.size()) {
        throw new SQLException(
            "a mention was inserted by another consumer meanwhile", SERIALIZATION_FAILURE);
      }
    }
  }

  /** A value of each row, in the order of the insert. */
  private record Column(String type, Reading reading) {

    @FunctionalInterface
    private interface Reading {
      Object of(Contribution contribution) throws SQLException;
    }

    Object of(Contribution contribution) throws SQLException {
      return reading.of(contribution);
    }
  }

  private List<Column> columns(Connection connection) {
    return List.of(
        new Column("int4", Contribution::revision),
        new Column("text", one -> Columns.text(one.hour())),
        new Column("text", one -> Columns.text(one.createdAt())),
        new Column("text", one -> one.label() == null ? null : one.label().wireName()),
        // an array's literal, since arrays of arrays must be of one length
        new Column("text", one -> monitors(connection, one).toString()),
        new Column("text", Contribution::author),
        new Column("int8", Contribution::interactions),
        new Column("bool", Contribution::spam),
        new Column("text", one -> one.emotion() == null ? null : one.emotion().wireName()),
        new Column("bool", Contribution::irony),
        new Column("bool", Contribution::offensive),
        new Column("text", one -> stored(one.score())));
  }

  private static Array monitors(Connection connection, Contribution one) throws SQLException {
    return connection.createArrayOf("text", one.monitors().toArray());
  }

  void update(Connection connection, String workspace, SortedMap<String, Contribution> updated)
      throws SQLException {
    if (updated.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(UPDATE)) {
      for (var entry : updated.entrySet()) {
        set(connection, statement, entry.getValue());
        statement.setString(13, workspace);
        statement.setString(14, entry.getKey());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void delete(Connection connection, String workspace, Collection<String> mentions)
      throws SQLException {
    Columns.delete(connection, DELETE, workspace, mentions);
  }

  private void set(Connection connection, PreparedStatement statement, Contribution contribution)
      throws SQLException {
    var emotion = contribution.emotion();
    statement.setInt(1, contribution.revision());
    Columns.set(statement, 2, contribution.hour());
    Columns.set(statement, 3, contribution.createdAt());
    Columns.set(statement, 4, contribution.label());
    statement.setArray(5, monitors(connection, contribution));
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
