package dev.bellwether.ingest.erasure;

import dev.bellwether.contracts.erasure.Erasure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What an erasure has still to erase; the table {@code erasure_mention}. */
final class PendingMentions {

  /** Those to erase, without an erased revision as yet. */
  static final String UNMARKED = "partition is null and not of_other";

  /** Those to erase. */
  static final String ALL = "not of_other";

  /** Posts by others that still name what is erased. */
  static final String NAMING = "partition is null and of_other";

  /** Of a mention that nobody knew: there was nothing to revise. */
  private static final int NOWHERE = -1;

  private PendingMentions() {}

  static List<String> next(
      Connection connection, String workspace, String erasure, int most, String which)
      throws SQLException {
    var ids = new ArrayList<String>();
    try (var select =
        connection.prepareStatement(
            "select mention_id from erasure_mention where workspace = ? and erasure = ? and "
                + which
                + " order by mention_id limit ?")) {
      select.setString(1, workspace);
      select.setString(2, erasure);
      select.setInt(3, most);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
    }
    return ids;
  }

  /** Notes where the revisions stand; of those without one, that there was nothing to revise. */
  static void place(
      Connection connection,
      String workspace,
      String erasure,
      List<String> ids,
      Map<String, RecordMetadata> places)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            update erasure_mention set partition = ?, place = ?
            where workspace = ? and erasure = ? and mention_id = ?
            """)) {
      for (String id : ids) {
        RecordMetadata at = places.get(id);
        update.setInt(1, at == null ? NOWHERE : at.partition());
        update.setObject(2, at == null ? null : at.offset(), Types.BIGINT);
        update.setString(3, workspace);
        update.setString(4, erasure);
        update.setString(5, id);
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** The offset after the last revision written for it, a partition each. */
  static List<Erasure.Place> through(Connection connection, String workspace, String erasure)
      throws SQLException {
    var through = new ArrayList<Erasure.Place>();
    try (var select =
        connection.prepareStatement(
            """
            select partition, max(place) + 1 from erasure_mention
            where workspace = ? and erasure = ? and place is not null
            group by partition order by partition
            """)) {
      select.setString(1, workspace);
      select.setString(2, erasure);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          through.add(new Erasure.Place(rows.getInt(1), rows.getLong(2)));
        }
      }
    }
    return through;
  }

  static void forget(Connection connection, String workspace, String erasure, List<String> ids)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from erasure_mention where workspace = ? and erasure = ? and mention_id = any(?)")) {
      delete.setString(1, workspace);
      delete.setString(2, erasure);
      delete.setArray(3, connection.createArrayOf("text", ids.toArray()));
      delete.executeUpdate();
    }
  }

  /** Posts by others have been revised and read everywhere. */
  static void forgetOthers(Connection connection, String workspace, String erasure)
      throws SQLException {
    try (var delete =
        connection.prepareStatement(
            "delete from erasure_mention where workspace = ? and erasure = ? and of_other")) {
      delete.setString(1, workspace);
      delete.setString(2, erasure);
      delete.executeUpdate();
    }
  }
}
