package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Tells the index the words of mentions that it does not know: those from before it was kept by the
 * service. Searches find them meanwhile, only slower. It begins with the first search that meets
 * one, in the background, once a workspace and start of the service.
 */
@ApplicationScoped
public class Reindexing {

  private static final Logger LOG = Logger.getLogger(Reindexing.class);

  private static final int BATCH = 500;

  private static final String NEXT =
      """
      select mention_id, created_at, revision, mention from archived_mention
      where workspace = ? and search is null and mention_id > ? order by mention_id limit ?
      """;

  private static final String INDEX =
      """
      update archived_mention set search = array_to_tsvector(?::text[])
      where workspace = ? and mention_id = ? and created_at = ? and revision = ?
      """;

  private record Unindexed(String id, Timestamp createdAt, int revision, Mention mention) {}

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  public Reindexing(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  void begin(String workspace) {
    if (begun.add(workspace)) {
      Thread.ofVirtual().name("archive-reindexing").start(() -> index(workspace));
    }
  }

  private void index(String workspace) {
    try {
      String last = "";
      while (last != null) {
        String after = last;
        last = transactions.inWorkspace(workspace, c -> indexNext(c, workspace, after));
      }
    } catch (RuntimeException e) {
      // The next search begins again where it ended
      begun.remove(workspace);
      LOG.warn("indexing of older mentions ended early", e);
    }
  }

  /** The id it came to, or null at the end. */
  private String indexNext(Connection connection, String workspace, String after)
      throws SQLException {
    List<Unindexed> rows = next(connection, workspace, after);
    try (var update = connection.prepareStatement(INDEX)) {
      for (Unindexed row : rows) {
        Optional<List<String>> lexemes = MentionRows.lexemes(row.mention());
        if (lexemes.isPresent()) {
          update.setArray(1, connection.createArrayOf("text", lexemes.get().toArray()));
          update.setString(2, workspace);
          update.setString(3, row.id());
          update.setTimestamp(4, row.createdAt());
          update.setInt(5, row.revision());
          update.addBatch();
        }
      }
      update.executeBatch();
    }
    return rows.size() < BATCH ? null : rows.getLast().id();
  }

  private List<Unindexed> next(Connection connection, String workspace, String after)
      throws SQLException {
    var rows = new ArrayList<Unindexed>(BATCH);
    try (var select = connection.prepareStatement(NEXT)) {
      select.setString(1, workspace);
      select.setString(2, after);
      select.setInt(3, BATCH);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          rows.add(
              new Unindexed(
                  found.getString(1),
                  found.getTimestamp(2),
                  found.getInt(3),
                  ArchivedRow.read(json, found.getString(4), Mention.class)));
        }
      }
    }
    return rows;
  }
}
