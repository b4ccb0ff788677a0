package dev.bellwether.local.backends;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A comment on a schema that says which Kafka cluster the data belongs with: posts that the
 * database knows are duplicates, and must be in the Kafka that is used with it. A dump keeps
 * comments.
 */
final class ClusterNote {

  private static final String SCHEMA = "ingest";
  private static final String PREFIX = "Bellwether's; belongs with the Kafka cluster ";

  private ClusterNote() {}

  static Optional<String> read(Connection connection) throws SQLException {
    return Queries.one(
            connection,
            "select obj_description(oid, 'pg_namespace') from pg_namespace where nspname = ?",
            SCHEMA)
        .filter(comment -> comment.startsWith(PREFIX))
        .map(comment -> comment.substring(PREFIX.length()));
  }

  static void write(Connection connection, String clusterId) throws SQLException {
    Queries.run(
        connection,
        "comment on schema " + SCHEMA + " is '" + (PREFIX + clusterId).replace("'", "''") + "'");
  }
}
