package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Engagement;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.archive.MentionChange.Figures;
import dev.bellwether.ingest.query.Searchable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows of mentions and of their past figures, inside one transaction of one workspace. */
final class MentionRows {

  private static final String LOAD =
      """
      select mention_id, created_at, revision, figures_since, (mention #>> '{engagement,likes}')::bigint,
        (mention #>> '{engagement,reposts}')::bigint, (mention #>> '{engagement,replies}')::bigint,
        (mention #>> '{engagement,views}')::bigint
      from archived_mention where workspace = ? and mention_id = any(?)
      """;

  /** So that only the months of the batch are looked at. */
  private static final String WITHIN = " and created_at between ? and ?";

  private static final String EDITED =
      "select mention_id from mention_identity where workspace = ? and mention_id = any(?) and revision > 1";

  private static final String UPSERT =
      """
      insert into archived_mention
        (workspace, mention_id, created_at, revision, figures_since, platform, language, kind, author, followers,
         cluster, flags, monitors, mention, search)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, array_to_tsvector(?::text[]))
      on conflict (workspace, mention_id, created_at) do update set
        revision = excluded.revision, figures_since = excluded.figures_since, platform = excluded.platform,
        language = excluded.language, kind = excluded.kind, author = excluded.author, followers = excluded.followers,
        cluster = excluded.cluster, flags = excluded.flags, monitors = excluded.monitors, mention = excluded.mention,
        search = excluded.search
      where archived_mention.revision < excluded.revision
      """;

  private static final String PAST =
      """
      insert into engagement_history
        (workspace, mention_id, created_at, revision, observed_at, likes, reposts, replies, views)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace, mention_id, created_at, revision) do nothing
      """;

  private static final String DELETE_STALE =
      "delete from archived_mention where workspace = ? and mention_id = ? and created_at = ?";

  private static final String MOVE_PAST =
      """
      update engagement_history set created_at = ? where workspace = ? and mention_id = ? and created_at = ?
      """;

  private static final List<String> TABLES =
      List.of("archived_mention", "mention_score", "engagement_history");

  private final Connection connection;
  private final String workspace;
  private final ObjectMapper json;

  MentionRows(Connection connection, String workspace, ObjectMapper json) {
    this.connection = connection;
    this.workspace = workspace;
    this.json = json;
  }

  /**
   * What is stored of these, by id. Nearly always it is of the very time that the mention now
   * claims, or there is nothing; other months are looked at only for mentions that have been
   * edited, which may have changed their time.
   *
   * @param mentions as the events of a batch have them
   */
  Map<String, List<StoredMention>> load(Collection<String> ids, Collection<Mention> mentions)
      throws SQLException {
    var stored = new HashMap<String, List<StoredMention>>();
    if (mentions.isEmpty()) {
      return stored;
    }
    var times = mentions.stream().map(Mention::createdAt).map(MentionChange::stored).toList();
    try (var select = connection.prepareStatement(LOAD + WITHIN)) {
      select.setTimestamp(3, Timestamp.from(Collections.min(times)));
      select.setTimestamp(4, Timestamp.from(Collections.max(times)));
      load(select, ids, stored);
    }
    var elsewhere = new HashSet<String>(ids);
    elsewhere.removeAll(stored.keySet());
    Set<String> edited = edited(connection, workspace, elsewhere);
    mentions.stream().filter(m -> m.revision() > 1).forEach(m -> edited.add(m.id()));
    elsewhere.retainAll(edited);
    if (!elsewhere.isEmpty()) {
      try (var select = connection.prepareStatement(LOAD)) {
        load(select, elsewhere, stored);
      }
    }
    return stored;
  }

  /** Those that capture knows to have been published more than once. */
  static Set<String> edited(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    var edited = new HashSet<String>();
    try (var select = connection.prepareStatement(EDITED)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", ids.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          edited.add(rows.getString(1));
        }
      }
    }
    return edited;
  }

  private void load(
      PreparedStatement select, Collection<String> ids, Map<String, List<StoredMention>> stored)
      throws SQLException {
    select.setString(1, workspace);
    select.setArray(2, connection.createArrayOf("text", ids.toArray()));
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        stored
            .computeIfAbsent(rows.getString(1), id -> new ArrayList<>(1))
            .add(
                new StoredMention(
                    rows.getString(1),
                    rows.getTimestamp(2).toInstant(),
                    rows.getInt(3),
                    new Engagement(
                        rows.getLong(5), rows.getLong(6), rows.getLong(7), rows.getLong(8)),
                    rows.getTimestamp(4).toInstant()));
      }
    }
  }

  void apply(List<MentionChange> changes) throws SQLException {
    delete(changes.stream().filter(MentionChange::erased).map(MentionChange::id).toList());
    moveStale(changes);
    List<MentionChange> newer = changes.stream().filter(c -> c.latest() != null).toList();
    if (!newer.isEmpty()) {
      upsert(newer);
      addPast(newer);
    }
  }

  /** Everything stored of these. */
  void delete(List<String> ids) throws SQLException {
    if (ids.isEmpty()) {
      return;
    }
    for (String table : TABLES) {
      try (var delete =
          connection.prepareStatement(
              "delete from " + table + " where workspace = ? and mention_id = any(?)")) {
        delete.setString(1, workspace);
        delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
        delete.executeUpdate();
      }
    }
  }

  private void moveStale(List<MentionChange> changes) throws SQLException {
    for (MentionChange change : changes) {
      for (Instant stale : change.staleTimes()) {
        try (var move = connection.prepareStatement(MOVE_PAST);
            var delete = connection.prepareStatement(DELETE_STALE)) {
          move.setTimestamp(1, createdAt(change.latest()));
          move.setString(2, workspace);
          move.setString(3, change.id());
          move.setTimestamp(4, Timestamp.from(stale));
          move.executeUpdate();
          delete.setString(1, workspace);
          delete.setString(2, change.id());
          delete.setTimestamp(3, Timestamp.from(stale));
          delete.executeUpdate();
        }
      }
    }
  }

  private void upsert(List<MentionChange> changes) throws SQLException {
    try (var upsert = connection.prepareStatement(UPSERT)) {
      for (MentionChange change : changes) {
        bind(upsert, change.latest(), change.figuresSince());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private void bind(PreparedStatement upsert, Mention mention, Instant figuresSince)
      throws SQLException {
    upsert.setString(1, workspace);
    upsert.setString(2, mention.id());
    upsert.setTimestamp(3, createdAt(mention));
    upsert.setInt(4, mention.revision());
    upsert.setTimestamp(5, Timestamp.from(figuresSince));
    upsert.setString(6, mention.platform());
    upsert.setString(7, mention.language());
    upsert.setString(8, mention.kind());
    upsert.setString(9, mention.author().pseudonym());
    upsert.setObject(10, mention.author().followers(), Types.BIGINT);
    upsert.setString(11, mention.flags().cluster());
    upsert.setArray(12, texts(MentionTags.of(mention.flags())));
    upsert.setArray(13, texts(mention.monitors()));
    upsert.setString(14, ArchiveWriter.json(json, mention));
    Optional<List<String>> lexemes = lexemes(mention);
    upsert.setArray(15, lexemes.isEmpty() ? null : texts(lexemes.get()));
  }

  static Optional<List<String>> lexemes(Mention mention) {
    return Lexemes.of(Searchable.of(mention, account -> false).terms());
  }

  private java.sql.Array texts(List<String> values) throws SQLException {
    return connection.createArrayOf("text", values.toArray());
  }

  private void addPast(List<MentionChange> changes) throws SQLException {
    try (var insert = connection.prepareStatement(PAST)) {
      boolean any = false;
      for (MentionChange change : changes) {
        for (Figures figures : change.past()) {
          insert.setString(1, workspace);
          insert.setString(2, change.id());
          insert.setTimestamp(3, createdAt(change.latest()));
          insert.setInt(4, figures.revision());
          insert.setTimestamp(5, Timestamp.from(figures.since()));
          insert.setLong(6, figures.engagement().likes());
          insert.setLong(7, figures.engagement().reposts());
          insert.setLong(8, figures.engagement().replies());
          insert.setLong(9, figures.engagement().views());
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  private static Timestamp createdAt(Mention mention) {
    return Timestamp.from(MentionChange.stored(mention.createdAt()));
  }
}
