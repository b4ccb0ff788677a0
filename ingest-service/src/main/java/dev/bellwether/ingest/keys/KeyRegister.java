package dev.bellwether.ingest.keys;

import dev.bellwether.ingest.privacy.PseudonymKeys;
import dev.bellwether.ingest.privacy.Pseudonyms;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * Which keys have ever made pseudonyms here. Ingest does not start without one of them unless it is
 * said to be retired: the authors whom it named could no longer be found, and so not erased.
 */
@ApplicationScoped
public class KeyRegister {

  private final DataSource database;
  private final Pseudonyms pseudonyms;
  private final PseudonymKeys keys;

  public KeyRegister(DataSource database, Pseudonyms pseudonyms, PseudonymKeys keys) {
    this.database = database;
    this.pseudonyms = pseudonyms;
    this.keys = keys;
  }

  void check(@Observes StartupEvent event) {
    try (Connection connection = database.getConnection()) {
      MissingKeyException.throwIfAny(missing(connection));
      register(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read which pseudonym keys were used", e);
    }
  }

  private Set<String> missing(Connection connection) throws SQLException {
    Set<String> missing = new TreeSet<>();
    try (var select = connection.prepareStatement("select key_id from pseudonym_key");
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        missing.add(rows.getString("key_id"));
      }
    }
    missing.removeAll(pseudonyms.keyIds());
    missing.removeAll(keys.retired());
    return missing;
  }

  private void register(Connection connection) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into pseudonym_key (key_id, first_used)
            select id, now() from unnest(?) as live (id) on conflict do nothing
            """)) {
      insert.setArray(1, connection.createArrayOf("text", pseudonyms.keyIds().toArray()));
      insert.executeUpdate();
    }
    try (var delete =
        connection.prepareStatement("delete from pseudonym_key where key_id = any(?)")) {
      delete.setArray(1, connection.createArrayOf("text", keys.retired().toArray()));
      delete.executeUpdate();
    }
  }
}
