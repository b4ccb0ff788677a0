package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds mentions in the archive. */
@ApplicationScoped
public class ArchiveSearch {

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public ArchiveSearch(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** A condition of a statement, and the values of its question marks. */
  private record Where(List<String> conditions, List<Object> values) {

    static Where of(String workspace, MentionQuery query) {
      var where = new Where(new ArrayList<>(), new ArrayList<>());
      where.and("m.workspace = ?", workspace);
      where.and("m.search @@ websearch_to_tsquery('simple', ?)", query.words());
      // a containment of arrays, so that the index on monitors serves it
      where.and("m.monitors @> array[?]::text[]", query.monitor());
      where.and("m.platform = ?", query.platform());
      where.and("m.language = ?", query.language());
      where.and("s.label = ?", query.label() == null ? null : query.label().wireName());
      where.and("m.created_at >= ?", query.from() == null ? null : Timestamp.from(query.from()));
      where.and("m.created_at < ?", query.to() == null ? null : Timestamp.from(query.to()));
      return where;
    }

    void and(String condition, Object value) {
      if (value != null) {
        conditions.add(condition);
        values.add(value);
      }
    }

    String sql(boolean withScores) {
      String scores =
          " left join mention_score s on s.workspace = m.workspace and s.mention_id = m.mention_id";
      boolean needsScores = withScores || conditions.stream().anyMatch(c -> c.startsWith("s."));
      return " from archived_mention m"
          + (needsScores ? scores : "")
          + " where "
          + String.join(" and ", conditions);
    }

    void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
    }
  }

  /**
   * The mentions after {@code cursor} (null: from the start), newest first, at most {@code limit}.
   */
  MentionPage find(String workspace, MentionQuery query, int limit, SearchCursor cursor) {
    return transactions.inWorkspace(
        workspace, connection -> find(connection, Where.of(workspace, query), limit, cursor));
  }

  private MentionPage find(Connection connection, Where where, int limit, SearchCursor cursor)
      throws SQLException {
    if (cursor != null) {
      where.conditions().add("(m.created_at, m.mention_id) < (?, ?)");
      where.values().add(Timestamp.from(cursor.createdAt()));
      where.values().add(cursor.mentionId());
    }
    String sql =
        "select m.mention, s.score"
            + where.sql(true)
            + " order by m.created_at desc, m.mention_id desc limit "
            + (limit + 1);
    List<ArchivedMention> found = new ArrayList<>();
    try (var select = connection.prepareStatement(sql)) {
      where.bind(select);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.add(read(rows));
        }
      }
    }
    if (found.size() <= limit) {
      return new MentionPage(found, null);
    }
    Mention last = found.get(limit - 1).mention();
    return new MentionPage(
        found.subList(0, limit), new SearchCursor(last.createdAt(), last.id()).encode());
  }

  /** How many there are, exactly. */
  long count(String workspace, MentionQuery query) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Where where = Where.of(workspace, query);
          try (var select = connection.prepareStatement("select count(*)" + where.sql(false))) {
            where.bind(select);
            try (ResultSet row = select.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  Optional<ArchivedMention> get(String workspace, String id) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var where = new Where(new ArrayList<>(), new ArrayList<>());
          where.and("m.workspace = ?", workspace);
          where.and("m.mention_id = ?", id);
          try (var select =
              connection.prepareStatement("select m.mention, s.score" + where.sql(true))) {
            where.bind(select);
            try (ResultSet row = select.executeQuery()) {
              return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
          }
        });
  }

  private ArchivedMention read(ResultSet row) throws SQLException {
    try {
      String score = row.getString("score");
      return new ArchivedMention(
          json.readValue(row.getString("mention"), Mention.class),
          score == null
              ? null
              : ArchivedMention.Sentiment.of(json.readValue(score, ScoredMention.class)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of the archive does not read", e);
    }
  }
}
