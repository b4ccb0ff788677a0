package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Cause;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.ingest.erasure.ErasedFrom;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes events into the archive's tables, a transaction a workspace. */
@ApplicationScoped
public class ArchiveWriter implements ErasedFrom {

  private static final String UPSERT_MENTION =
      """
      insert into archived_mention
        (workspace, mention_id, revision, created_at, platform, language, monitors, mention)
      values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      on conflict (workspace, mention_id) do update set
        revision = excluded.revision, created_at = excluded.created_at, platform = excluded.platform,
        language = excluded.language, monitors = excluded.monitors, mention = excluded.mention
      where archived_mention.revision < excluded.revision
      """;

  private static final String UPSERT_SCORE =
      """
      insert into mention_score (workspace, mention_id, revision, label, score)
      values (?, ?, ?, ?, ?::jsonb)
      on conflict (workspace, mention_id) do update set
        revision = excluded.revision, label = excluded.label, score = excluded.score
      where mention_score.revision < excluded.revision
      """;

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public ArchiveWriter(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /** Applying the same events again changes nothing: a row only gives way to a later revision. */
  void writeMentions(List<Event<Mention>> events) {
    byWorkspace(events)
        .forEach(
            (workspace, own) ->
                transactions.inWorkspace(
                    workspace, connection -> writeMentions(connection, workspace, own)));
  }

  private Void writeMentions(
      Connection connection, String workspace, Map<String, Event<Mention>> latest)
      throws SQLException {
    try (var upsert = connection.prepareStatement(UPSERT_MENTION)) {
      for (Event<Mention> event : latest.values()) {
        if (!isGone(event)) {
          requireSame(event.key(), event.value().workspace(), event.value().id());
          bind(upsert, connection, event.value());
          upsert.addBatch();
        }
      }
      upsert.executeBatch();
    }
    remove(
        connection,
        workspace,
        latest.entrySet().stream()
            .filter(e -> isGone(e.getValue()))
            .map(Map.Entry::getKey)
            .toList(),
        List.of("archived_mention", "mention_score"));
    return null;
  }

  private static boolean isGone(Event<Mention> event) {
    return event.isTombstone() || event.value().cause() == Cause.ERASED;
  }

  private void bind(PreparedStatement upsert, Connection connection, Mention mention)
      throws SQLException {
    upsert.setString(1, mention.workspace());
    upsert.setString(2, mention.id());
    upsert.setInt(3, mention.revision());
    upsert.setTimestamp(4, Timestamp.from(mention.createdAt()));
    upsert.setString(5, mention.platform());
    upsert.setString(6, mention.language());
    upsert.setArray(7, connection.createArrayOf("text", mention.monitors().toArray()));
    upsert.setString(8, write(mention));
  }

  private static void remove(
      Connection connection, String workspace, Collection<String> ids, List<String> tables)
      throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    for (String table : tables) {
      try (var delete =
          connection.prepareStatement(
              "delete from " + table + " where workspace = ? and mention_id = any(?)")) {
        delete.setString(1, workspace);
        delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
        delete.executeUpdate();
      }
    }
  }

  /** As when a null came for each: nothing of them is left here. */
  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    remove(connection, workspace, ids, List.of("archived_mention", "mention_score"));
  }

  void writeScores(List<Event<ScoredMention>> events) {
    byWorkspace(events)
        .forEach(
            (workspace, own) ->
                transactions.inWorkspace(
                    workspace, connection -> writeScores(connection, workspace, own)));
  }

  private Void writeScores(
      Connection connection, String workspace, Map<String, Event<ScoredMention>> latest)
      throws SQLException {
    var gone = new ArrayList<String>();
    try (var upsert = connection.prepareStatement(UPSERT_SCORE)) {
      for (Map.Entry<String, Event<ScoredMention>> entry : latest.entrySet()) {
        ScoredMention score = entry.getValue().value();
        if (score == null) {
          gone.add(entry.getKey());
        } else {
          requireSame(entry.getValue().key(), score.workspace(), score.mentionId());
          upsert.setString(1, workspace);
          upsert.setString(2, score.mentionId());
          upsert.setInt(3, score.revision());
          upsert.setString(4, score.label().wireName());
          upsert.setString(5, write(score));
          upsert.addBatch();
        }
      }
      upsert.executeBatch();
    }
    // A score may come after its mention's erasure; the null behind it takes it away
    remove(connection, workspace, gone, List.of("mention_score"));
    return null;
  }

  /**
   * The key chose the transaction's workspace: a row of another is refused by row-level security,
   * which looks like a database that is not set up rather than like a bad record.
   */
  private static void requireSame(RecordKey key, String workspace, String id) {
    if (!key.equals(RecordKey.of(workspace, id))) {
      throw new UnusableEventException("key and value name different mentions");
    }
  }

  /**
   * The last event of each identity, by workspace and mention id, both taken from the key: a
   * tombstone has nothing else. In order of id, so that two writers never lock rows crosswise.
   */
  private static <T> Map<String, Map<String, Event<T>>> byWorkspace(List<Event<T>> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.key().parts().get(0),
                LinkedHashMap::new,
                Collectors.toMap(
                    event -> event.key().parts().get(1),
                    event -> event,
                    (earlier, later) -> later,
                    TreeMap::new)));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that was read cannot be written", e);
    }
  }
}
