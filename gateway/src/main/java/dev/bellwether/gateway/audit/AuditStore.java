package dev.bellwether.gateway.audit;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The table {@code audit_entry}. */
@ApplicationScoped
public class AuditStore {

  private static final String ADD =
      """
      insert into audit_entry
        (workspace, at, key_id, method, route, subject, parameters, status, request_id, bytes_in, bytes_out)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // The name as the key is called now; keys are revoked, not deleted
  private static final String FIND =
      """
      select e.id, e.at, e.key_id, k.name, e.method, e.route, e.subject, e.parameters, e.status, e.request_id,
        e.bytes_in, e.bytes_out
      from audit_entry e left join api_key k on k.workspace = e.workspace and k.id = e.key_id
      where e.workspace = ? and e.id < ?
        and e.at >= coalesce(?, '-infinity'::timestamptz) and e.at < coalesce(?, 'infinity'::timestamptz)
        and (?::text is null or e.key_id = ?) and (?::text is null or e.method = ?)
        and (?::text is null or e.route = ?) and (?::int is null or e.status = ?)
        and (?::bytea is null or e.subject = ?)
      order by e.id desc limit ?
      """;

  private final WorkspaceTransaction transactions;

  public AuditStore(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /** Writes all or none, of whichever workspaces. */
  void add(List<AuditEntry> entries) {
    transactions.asWorker(connection -> add(connection, entries));
  }

  private static Void add(Connection connection, List<AuditEntry> entries) throws SQLException {
    try (var insert = connection.prepareStatement(ADD)) {
      for (AuditEntry entry : entries) {
        insert.setString(1, entry.workspace());
        insert.setTimestamp(2, Timestamp.from(entry.at()));
        insert.setString(3, entry.keyId());
        insert.setString(4, entry.method());
        insert.setString(5, entry.route());
        insert.setBytes(6, bytes(entry.subject()));
        insert.setArray(7, connection.createArrayOf("text", entry.parameters().toArray()));
        insert.setInt(8, entry.status());
        insert.setString(9, entry.requestId());
        insert.setObject(10, entry.bytesIn());
        insert.setObject(11, entry.bytesOut());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return null;
  }

  private static byte[] bytes(SubjectDigest digest) {
    return digest == null ? null : digest.bytes();
  }

  /**
   * The newest first.
   *
   * @param before an id of an earlier page's last, or {@link Long#MAX_VALUE}
   */
  List<AuditView> find(String workspace, AuditFilter filter, long before, int limit) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(FIND)) {
            bind(select, workspace, filter, before, limit);
            try (ResultSet rows = select.executeQuery()) {
              var found = new ArrayList<AuditView>();
              while (rows.next()) {
                found.add(read(rows));
              }
              return found;
            }
          }
        });
  }

  private static void bind(
      PreparedStatement select, String workspace, AuditFilter filter, long before, int limit)
      throws SQLException {
    select.setString(1, workspace);
    select.setLong(2, before);
    select.setTimestamp(3, timestamp(filter.from()));
    select.setTimestamp(4, timestamp(filter.to()));
    int next = 5;
    for (String text : new String[] {filter.key(), filter.method(), filter.route()}) {
      select.setString(next++, text);
      select.setString(next++, text);
    }
    select.setObject(next++, filter.status(), java.sql.Types.INTEGER);
    select.setObject(next++, filter.status(), java.sql.Types.INTEGER);
    select.setBytes(next++, bytes(filter.subject()));
    select.setBytes(next++, bytes(filter.subject()));
    select.setInt(next, limit);
  }

  private static Timestamp timestamp(Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static AuditView read(ResultSet row) throws SQLException {
    byte[] subject = row.getBytes("subject");
    return new AuditView(
        row.getLong("id"),
        row.getTimestamp("at").toInstant(),
        row.getString("key_id"),
        row.getString("name"),
        row.getString("method"),
        row.getString("route"),
        subject == null ? null : HexFormat.of().formatHex(subject),
        List.of((String[]) row.getArray("parameters").getArray()),
        row.getInt("status"),
        row.getString("request_id"),
        row.getObject("bytes_in", Long.class),
        row.getObject("bytes_out", Long.class));
  }

  /** Removes what is older, in every workspace. */
  int expire(Instant before) {
    return transactions.asWorker(
        connection -> {
          try (var delete = connection.prepareStatement("delete from audit_entry where at < ?")) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
          }
        });
  }
}
