package dev.bellwether.ingest.capture;

import dev.bellwether.ingest.hygiene.duplicate.Placement;
import dev.bellwether.ingest.mention.Figures;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Which mentions have been taken; the table {@code mention_identity}. */
final class MentionIdentities {

  private static final KnownRevision RESERVED =
      new KnownRevision(0, null, null, -1, null, null, null, null, null, null, Optional.empty());

  private MentionIdentities() {}

  /**
   * What is known of each id. Unknown ids are reserved for this transaction, so that of two
   * requests with the same new post the second waits for the first and then finds a duplicate.
   *
   * @return a revision for every id known before; none for a new one
   */
  static Map<String, KnownRevision> lock(
      Connection connection, String workspace, Collection<String> ids) throws SQLException {
    // Sorted, so that two requests reserve in the same order and neither waits for the other in a
    // circle.
    String[] sorted = new TreeSet<>(ids).toArray(String[]::new);
    reserve(connection, workspace, sorted);
    var known = new HashMap<String, KnownRevision>();
    try (var select =
        connection.prepareStatement(
            """
            select * from mention_identity
            where workspace = ? and mention_id = any(?) order by mention_id for update
            """)) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", sorted));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          KnownRevision revision = revision(rows);
          if (revision.revision() != RESERVED.revision()) {
            known.put(rows.getString("mention_id"), revision);
          }
        }
      }
    }
    return known;
  }

  private static void reserve(Connection connection, String workspace, String[] sorted)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into mention_identity (workspace, mention_id, revision)
            select ?, id, ? from unnest(?) with ordinality as new (id, place) order by place
            on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setInt(2, RESERVED.revision());
      insert.setArray(3, connection.createArrayOf("text", sorted));
      insert.executeUpdate();
    }
  }

  private static KnownRevision revision(ResultSet row) throws SQLException {
    long textHash = row.getLong("text_hash");
    Long knownTextHash = row.wasNull() ? null : textHash;
    String cluster = row.getString("cluster");
    return new KnownRevision(
        row.getInt("revision"),
        instant(row, "edited_at"),
        row.getString("request_key"),
        row.getInt("request_row"),
        row.getString("author"),
        instant(row, "created_at"),
        instant(row, "observed_at"),
        knownTextHash,
        Figures.decode(row.getString("figures")),
        instant(row, "engagement_at"),
        cluster == null
            ? Optional.empty()
            : Optional.of(new Placement(cluster, row.getBoolean("copy"))));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * Lets go of what was reserved and is not taken, or a later answer would have to say that it is
   * known.
   */
  static void release(Connection connection, String workspace, Collection<String> ids)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from mention_identity where workspace = ? and mention_id = any(?) and revision = ?")) {
      delete.setString(1, workspace);
      delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
      delete.setInt(3, RESERVED.revision());
      delete.executeUpdate();
    }
  }

  /** Writes down what has been published. */
  static void remember(
      Connection connection, String workspace, Map<String, KnownRevision> published)
      throws SQLException {
    if (published.isEmpty()) {
      return;
    }
    var columns = new Columns(connection, published);
    try (var update =
        connection.prepareStatement(
            """
            update mention_identity known set revision = new.revision, edited_at = new.edited_at,
              request_key = new.request_key, request_row = new.request_row, author = new.author,
              created_at = new.created_at, observed_at = new.observed_at, text_hash = new.text_hash,
              figures = new.figures, engagement_at = new.engagement_at, cluster = new.cluster,
              copy = new.copy
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (id, revision, edited_at,
              request_key, request_row, author, created_at, observed_at, text_hash, figures,
              engagement_at, cluster, copy)
            where known.workspace = ? and known.mention_id = new.id
            """)) {
      update.setArray(1, connection.createArrayOf("text", published.keySet().toArray()));
      update.setArray(2, columns.of("int", KnownRevision::revision));
      update.setArray(3, columns.of("timestamptz", known -> timestamp(known.editedAt())));
      update.setArray(4, columns.of("text", KnownRevision::requestKey));
      update.setArray(5, columns.of("int", KnownRevision::requestRow));
      update.setArray(6, columns.of("text", KnownRevision::author));
      update.setArray(7, columns.of("timestamptz", known -> timestamp(known.createdAt())));
      update.setArray(8, columns.of("timestamptz", known -> timestamp(known.observedAt())));
      update.setArray(9, columns.of("bigint", KnownRevision::textHash));
      update.setArray(10, columns.of("text", known -> known.figures().encode()));
      update.setArray(11, columns.of("timestamptz", known -> timestamp(known.engagementAt())));
      update.setArray(
          12, columns.of("text", known -> known.placement().map(Placement::cluster).orElse(null)));
      update.setArray(
          13, columns.of("boolean", known -> known.placement().map(Placement::copy).orElse(null)));
      update.setString(14, workspace);
      update.executeUpdate();
    }
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  /** One array a column, in the order of the identities. */
  private record Columns(Connection connection, Map<String, KnownRevision> published) {

    Array of(String type, Function<KnownRevision, Object> value) throws SQLException {
      return connection.createArrayOf(type, published.values().stream().map(value).toArray());
    }
  }
}
