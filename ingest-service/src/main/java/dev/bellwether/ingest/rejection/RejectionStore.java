package dev.bellwether.ingest.rejection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table {@code rejected_row}, on the connection of a transaction. */
final class RejectionStore {

  /** A rejection and its place in the order of all. */
  record Numbered(long id, Rejection rejection) {}

  // One statement for a whole request
  private static final String ADD =
      """
      insert into rejected_row
        (workspace, at, kind, request_key, request_id, line, row, field, reason, platform, mention_id)
      select ?, ?, ?, ?, ?, line, row, field, reason, split_part(mention, ':', 1), mention
      from unnest(?::int[], ?::int[], ?::text[], ?::text[], ?::text[]) as r (line, row, field, reason, mention)
      on conflict (workspace, kind, request_key, coalesce(row, -1)) where request_key is not null do update set
        line = excluded.line, field = excluded.field, reason = excluded.reason, platform = excluded.platform,
        mention_id = excluded.mention_id
      """;

  private static final String WHERE =
      """
      where workspace = ? and kind = any(?) and (?::text is null or field = ?)
        and at >= coalesce(?, '-infinity'::timestamptz) and at < coalesce(?, 'infinity'::timestamptz)
      """;

  private static final String PAGE =
      "select id, at, kind, request_key, request_id, line, row, field, reason, mention_id from rejected_row "
          + WHERE
          + " and id < ? order by id desc limit ?";

  private static final String SUMMARY =
      """
      select kind, field, (array_agg(reason order by id desc))[1] as reason, count(*) as count,
        min(at) as first, max(at) as last, sum(count(*)) over () as total
      from rejected_row %s
      group by kind, field, regexp_replace(reason, '[0-9]+', '0', 'g')
      order by count desc, kind, field nulls first, reason limit 100
      """
          .formatted(WHERE);

  private static final String TRIM =
      """
      delete from rejected_row where workspace = ? and id <=
        (select id from rejected_row where workspace = ? order by id desc offset ? limit 1)
      """;

  private RejectionStore() {}

  static void add(Connection connection, RejectedRequest request, List<Rejection> rejections)
      throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setString(1, request.workspace());
      insert.setTimestamp(2, Timestamp.from(rejections.getFirst().at()));
      insert.setString(3, request.kind());
      insert.setString(4, request.key());
      insert.setString(5, request.id());
      setColumn(insert, 6, "int", rejections, Rejection::line);
      setColumn(insert, 7, "int", rejections, Rejection::row);
      setColumn(insert, 8, "text", rejections, Rejection::field);
      setColumn(insert, 9, "text", rejections, Rejection::reason);
      setColumn(insert, 10, "text", rejections, Rejection::mentionId);
      insert.executeUpdate();
    }
  }

  private static void setColumn(
      PreparedStatement insert,
      int place,
      String type,
      List<Rejection> rejections,
      Function<Rejection, Object> column)
      throws SQLException {
    insert.setArray(
        place,
        insert.getConnection().createArrayOf(type, rejections.stream().map(column).toArray()));
  }

  /**
   * @param before an id of an earlier page's last, or {@link Long#MAX_VALUE}
   */
  static List<Numbered> page(
      Connection connection, String workspace, RejectionFilter filter, long before, int limit)
      throws SQLException {
    try (var select = connection.prepareStatement(PAGE)) {
      int next = bind(select, workspace, filter);
      select.setLong(next, before);
      select.setInt(next + 1, limit);
      try (ResultSet rows = select.executeQuery()) {
        var found = new ArrayList<Numbered>();
        while (rows.next()) {
          found.add(new Numbered(rows.getLong("id"), read(rows)));
        }
        return found;
      }
    }
  }

  private static int bind(PreparedStatement select, String workspace, RejectionFilter filter)
      throws SQLException {
    select.setString(1, workspace);
    select.setArray(2, select.getConnection().createArrayOf("text", filter.kinds().toArray()));
    select.setString(3, filter.field());
    select.setString(4, filter.field());
    select.setTimestamp(5, timestamp(filter.from()));
    select.setTimestamp(6, timestamp(filter.to()));
    return 7;
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Rejection read(ResultSet row) throws SQLException {
    return new Rejection(
        row.getTimestamp("at").toInstant(),
        row.getString("kind"),
        row.getString("request_key"),
        row.getString("request_id"),
        row.getObject("line", Integer.class),
        row.getObject("row", Integer.class),
        row.getString("field"),
        row.getString("reason"),
        row.getString("mention_id"));
  }

  static RejectionSummary summary(Connection connection, String workspace, RejectionFilter filter)
      throws SQLException {
    try (var select = connection.prepareStatement(SUMMARY)) {
      bind(select, workspace, filter);
      try (ResultSet rows = select.executeQuery()) {
        var groups = new ArrayList<RejectionSummary.Group>();
        long total = 0;
        while (rows.next()) {
          total = rows.getLong("total");
          groups.add(
              new RejectionSummary.Group(
                  rows.getString("kind"),
                  rows.getString("field"),
                  rows.getString("reason"),
                  rows.getLong("count"),
                  rows.getTimestamp("first").toInstant(),
                  rows.getTimestamp("last").toInstant()));
        }
        return new RejectionSummary(total, groups);
      }
    }
  }

  /** Leaves the newest {@code most} of a workspace. */
  static int trim(Connection connection, String workspace, int most) throws SQLException {
    try (var delete = connection.prepareStatement(TRIM)) {
      delete.setString(1, workspace);
      delete.setString(2, workspace);
      delete.setInt(3, most);
      return delete.executeUpdate();
    }
  }

  /** Removes what is older, in every workspace that the transaction sees. */
  static int expire(Connection connection, Instant before) throws SQLException {
    try (var delete = connection.prepareStatement("delete from rejected_row where at < ?")) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }
}
