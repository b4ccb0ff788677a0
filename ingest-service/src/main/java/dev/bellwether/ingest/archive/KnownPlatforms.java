package dev.bellwether.ingest.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which platforms a workspace has mentions of. An account's pseudonym is another on each, so a
 * search for an author must know them.
 */
@ApplicationScoped
public class KnownPlatforms {

  private static final int MOST_REMEMBERED = 10_000;

  private static final String WRITE =
      """
      insert into archived_platform (workspace, platform) select ?, unnest(?::text[])
      on conflict (workspace, platform) do nothing
      """;

  private record Known(String workspace, String platform) {}

  private final Set<Known> written = ConcurrentHashMap.newKeySet();

  static Set<String> in(Collection<MentionChange> changes) {
    var platforms = new TreeSet<String>();
    changes.stream()
        .filter(change -> change.latest() != null)
        .forEach(change -> platforms.add(change.latest().platform()));
    return platforms;
  }

  void write(Connection connection, String workspace, Set<String> platforms) throws SQLException {
    Object[] fresh =
        platforms.stream().filter(p -> !written.contains(new Known(workspace, p))).toArray();
    if (fresh.length > 0) {
      try (var insert = connection.prepareStatement(WRITE)) {
        insert.setString(1, workspace);
        insert.setArray(2, connection.createArrayOf("text", fresh));
        insert.executeUpdate();
      }
    }
  }

  /** Once the transaction that wrote them is committed. */
  void remember(String workspace, Set<String> platforms) {
    if (written.size() > MOST_REMEMBERED) {
      written.clear();
    }
    platforms.forEach(platform -> written.add(new Known(workspace, platform)));
  }

  List<String> read(Connection connection, String workspace) throws SQLException {
    var platforms = new ArrayList<String>();
    try (var select =
        connection.prepareStatement(
            "select platform from archived_platform where workspace = ? order by platform")) {
      select.setString(1, workspace);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          platforms.add(rows.getString(1));
        }
      }
    }
    return platforms;
  }
}
