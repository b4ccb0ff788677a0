package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.sentiment.ScoredMention;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * The rows of scores, inside one transaction of one workspace. Apart from the mentions, because a
 * score may arrive before the archive has its mention.
 */
final class ScoreRows {

  private static final String LOAD =
      "select mention_id, created_at, revision from mention_score where workspace = ? and mention_id = any(?)";

  /** So that only the months of the batch are looked at. */
  private static final String WITHIN = " and created_at between ? and ?";

  private static final String UPSERT =
      """
      insert into mention_score (workspace, mention_id, created_at, revision, label, score)
      values (?, ?, ?, ?, ?, ?::jsonb)
      on conflict (workspace, mention_id, created_at) do update set
        revision = excluded.revision, label = excluded.label, score = excluded.score
      where mention_score.revision <= excluded.revision
      """;

  private static final String DELETE =
      "delete from mention_score where workspace = ? and mention_id = any(?)";

  private record Stored(Instant createdAt, int revision) {}

  private final Connection connection;
  private final String workspace;
  private final ObjectMapper json;

  ScoreRows(Connection connection, String workspace, ObjectMapper json) {
    this.connection = connection;
    this.workspace = workspace;
    this.json = json;
  }

  /**
   * @param events by mention id, in the order of the topic; null where the score is withdrawn
   */
  void apply(SortedMap<String, List<ScoredMention>> events) throws SQLException {
    Map<String, List<Stored>> stored = load(events);
    var gone = new ArrayList<String>();
    var newer = new ArrayList<ScoredMention>();
    events.forEach(
        (id, scores) -> {
          List<Stored> rows = stored.getOrDefault(id, List.of());
          int known = rows.stream().mapToInt(Stored::revision).max().orElse(0);
          ScoredMention latest = null;
          boolean withdrawn = false;
          for (ScoredMention score : scores) {
            if (score == null) {
              withdrawn = true;
              known = 0;
              latest = null;
            } else if (score.revision() >= known) {
              // the same revision comes again when a person corrects its label
              latest = score;
              known = score.revision();
            }
          }
          if (latest != null) {
            newer.add(latest);
          }
          Instant at = latest == null ? null : MentionChange.stored(latest.createdAt());
          if (withdrawn || at != null && rows.stream().anyMatch(r -> !r.createdAt().equals(at))) {
            gone.add(id);
          }
        });
    delete(gone);
    upsert(newer);
  }

  /** As {@link MentionRows#load}; what is withdrawn goes from wherever it is. */
  private Map<String, List<Stored>> load(SortedMap<String, List<ScoredMention>> events)
      throws SQLException {
    var stored = new HashMap<String, List<Stored>>();
    var scores = events.values().stream().flatMap(List::stream).filter(Objects::nonNull).toList();
    if (scores.isEmpty()) {
      return stored;
    }
    var times = scores.stream().map(s -> MentionChange.stored(s.createdAt())).toList();
    try (var select = connection.prepareStatement(LOAD + WITHIN)) {
      select.setTimestamp(3, Timestamp.from(Collections.min(times)));
      select.setTimestamp(4, Timestamp.from(Collections.max(times)));
      load(select, events.keySet(), stored);
    }
    var elsewhere = new HashSet<String>(events.keySet());
    elsewhere.removeAll(stored.keySet());
    var edited = MentionRows.edited(connection, workspace, elsewhere);
    scores.stream().filter(s -> s.revision() > 1).forEach(s -> edited.add(s.mentionId()));
    elsewhere.retainAll(edited);
    if (!elsewhere.isEmpty()) {
      try (var select = connection.prepareStatement(LOAD)) {
        load(select, elsewhere, stored);
      }
    }
    return stored;
  }

  private void load(
      PreparedStatement select, Collection<String> ids, Map<String, List<Stored>> stored)
      throws SQLException {
    select.setString(1, workspace);
    select.setArray(2, connection.createArrayOf("text", ids.toArray()));
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        stored
            .computeIfAbsent(rows.getString(1), id -> new ArrayList<>(1))
            .add(new Stored(rows.getTimestamp(2).toInstant(), rows.getInt(3)));
      }
    }
  }

  private void delete(List<String> ids) throws SQLException {
    if (!ids.isEmpty()) {
      try (var delete = connection.prepareStatement(DELETE)) {
        delete.setString(1, workspace);
        delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
        delete.executeUpdate();
      }
    }
  }

  private void upsert(List<ScoredMention> scores) throws SQLException {
    if (scores.isEmpty()) {
      return;
    }
    try (var upsert = connection.prepareStatement(UPSERT)) {
      for (ScoredMention score : scores) {
        upsert.setString(1, workspace);
        upsert.setString(2, score.mentionId());
        upsert.setTimestamp(3, Timestamp.from(MentionChange.stored(score.createdAt())));
        upsert.setInt(4, score.revision());
        upsert.setString(5, score.label().wireName());
        upsert.setString(6, ArchiveWriter.json(json, score));
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
