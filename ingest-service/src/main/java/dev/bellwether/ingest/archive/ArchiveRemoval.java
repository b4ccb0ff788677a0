package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes old mentions out of the archive, a workspace's own. A whole month of all of them goes by
 * {@link ArchivePartitions#drop}. The topic is another matter: what stands there comes back should
 * the archive be built anew.
 */
@ApplicationScoped
public class ArchiveRemoval {

  // The partitions' bounds and the index on time both serve it
  private static final String OLDEST =
      """
      select mention_id from archived_mention where workspace = ? and created_at < ?
        and (?::text is null or platform = ?) order by created_at, mention_id limit ? for update skip locked
      """;

  private final WorkspaceTransaction transactions;
  private final ObjectMapper json;

  public ArchiveRemoval(WorkspaceTransaction transactions, ObjectMapper json) {
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Removes the oldest mentions, with their scores and engagement.
   *
   * @param platform lower case, or null for every one
   * @param before exclusive, of the mentions' own time
   * @param most 1 or more
   * @return the ids that are gone; empty when none is left
   */
  public List<String> removeBefore(String workspace, String platform, Instant before, int most) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var ids = new ArrayList<String>();
          try (var select = connection.prepareStatement(OLDEST)) {
            select.setString(1, workspace);
            select.setTimestamp(2, Timestamp.from(before));
            select.setString(3, platform);
            select.setString(4, platform);
            select.setInt(5, most);
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                ids.add(rows.getString(1));
              }
            }
          }
          new MentionRows(connection, workspace, json).delete(ids);
          return List.copyOf(ids);
        });
  }
}
