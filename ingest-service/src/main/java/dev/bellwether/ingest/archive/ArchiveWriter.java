package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.kafka.RecordKey;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.contracts.sentiment.ScoredMention;
import dev.bellwether.ingest.erasure.ErasedFrom;
import dev.bellwether.kit.event.UnusableEventException;
import dev.bellwether.kit.messaging.Event;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
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

  /**
   * A reader that lost its partition to another may still be at work on a batch: the next one waits
   * until that is done, and then sees what it did. In order, so that two never wait crosswise.
   */
  private static final String LOCK_PARTITIONS =
      """
      select pg_advisory_xact_lock(hashtext('archive ' || current_schema() || ?), p)
      from (select unnest(?::int[]) as p order by 1) as partitions
      """;

  private final WorkspaceTransaction transactions;
  private final ArchivePartitions partitions;
  private final KnownPlatforms platforms;
  private final ObjectMapper json;

  public ArchiveWriter(
      WorkspaceTransaction transactions,
      ArchivePartitions partitions,
      KnownPlatforms platforms,
      ObjectMapper json) {
    this.transactions = transactions;
    this.partitions = partitions;
    this.platforms = platforms;
    this.json = json;
  }

  /** Applying the same events again changes nothing: a row only gives way to a later revision. */
  void writeMentions(List<Event<Mention>> events) {
    events.stream()
        .filter(event -> !event.isTombstone())
        .forEach(e -> requireSame(e.key(), e.value().workspace(), e.value().id()));
    partitions.ensure(
        events.stream().filter(e -> !e.isTombstone()).map(e -> e.value().createdAt()).toList());
    byWorkspace(events).forEach(this::writeMentions);
  }

  private void writeMentions(String workspace, Map<String, List<Event<Mention>>> events) {
    List<MentionChange> changes =
        transactions.inWorkspace(
            workspace,
            connection -> {
              lock(connection, events);
              var rows = new MentionRows(connection, workspace, json);
              Map<String, List<StoredMention>> stored =
                  rows.load(
                      events.keySet(),
                      events.values().stream()
                          .flatMap(List::stream)
                          .filter(event -> !event.isTombstone())
                          .map(Event::value)
                          .toList());
              var found = new ArrayList<MentionChange>(events.size());
              events.forEach(
                  (id, own) ->
                      found.add(
                          MentionChange.of(
                              id, stored.getOrDefault(id, List.of()), revisions(own))));
              rows.apply(found);
              platforms.write(connection, workspace, KnownPlatforms.in(found));
              return found;
            });
    platforms.remember(workspace, KnownPlatforms.in(changes));
  }

  private static List<MentionChange.Revision> revisions(List<Event<Mention>> events) {
    return events.stream()
        .map(
            event ->
                new MentionChange.Revision(
                    event.value(), Instant.ofEpochMilli(Math.max(0, event.source().timestamp()))))
        .toList();
  }

  /** As when a null came for each: nothing of them is left here. */
  @Override
  public void erase(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    new MentionRows(connection, workspace, json).delete(List.copyOf(ids));
  }

  /** As {@link #writeMentions(List)}. */
  void writeScores(List<Event<ScoredMention>> events) {
    events.stream()
        .filter(event -> !event.isTombstone())
        .forEach(e -> requireSame(e.key(), e.value().workspace(), e.value().mentionId()));
    partitions.ensure(
        events.stream().filter(e -> !e.isTombstone()).map(e -> e.value().createdAt()).toList());
    byWorkspace(events)
        .forEach(
            (workspace, own) ->
                transactions.inWorkspace(
                    workspace,
                    connection -> {
                      lock(connection, own);
                      new ScoreRows(connection, workspace, json)
                          .apply(
                              own.entrySet().stream()
                                  .collect(
                                      Collectors.toMap(
                                          Map.Entry::getKey,
                                          e -> e.getValue().stream().map(Event::value).toList(),
                                          (a, b) -> a,
                                          TreeMap::new)));
                      return null;
                    }));
  }

  private static <T> void lock(Connection connection, Map<String, List<Event<T>>> events)
      throws SQLException {
    var sources = events.values().stream().flatMap(List::stream).map(Event::source).toList();
    Object[] taken = sources.stream().map(r -> r.partition()).distinct().toArray();
    try (var lock = connection.prepareStatement(LOCK_PARTITIONS)) {
      lock.setString(1, sources.getFirst().topic());
      lock.setArray(2, connection.createArrayOf("int", taken));
      lock.execute();
    }
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
   * The events of each identity in the order of the topic, by workspace and mention id, both taken
   * from the key: a tombstone has nothing else. In order of id, so that two writers never lock rows
   * crosswise.
   */
  private static <T> Map<String, Map<String, List<Event<T>>>> byWorkspace(List<Event<T>> events) {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                event -> event.key().parts().get(0),
                LinkedHashMap::new,
                Collectors.groupingBy(
                    event -> event.key().parts().get(1), TreeMap::new, Collectors.toList())));
  }

  static String json(ObjectMapper json, Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event that was read cannot be written", e);
    }
  }
}
