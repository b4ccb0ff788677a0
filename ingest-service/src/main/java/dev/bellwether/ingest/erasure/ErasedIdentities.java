package dev.bellwether.ingest.erasure;

import dev.bellwether.ingest.mention.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was erased and must not come back by another import; the table {@code erased_identity}. */
@ApplicationScoped
public class ErasedIdentities {

  /** What a sender is told. */
  public static final String REASON = "this post was erased on request; leave it out";

  private final Digests digests;

  public ErasedIdentities(Digests digests) {
    this.digests = digests;
  }

  /** Ids of those posts that were erased, or whose author asked to be left out from then on. */
  public Set<String> barred(Connection connection, String workspace, List<Post> posts)
      throws SQLException {
    if (posts.isEmpty() || !any(connection, workspace)) {
      return Set.of();
    }
    Map<String, Set<String>> byDigest = new HashMap<>();
    for (Post post : posts) {
      add(byDigest, digests.allOfMention(workspace, post.id()), post.id());
      if (post.author() != null) {
        add(byDigest, digests.allOfAuthor(workspace, post.platform(), post.author()), post.id());
      }
    }
    var barred = new HashSet<String>();
    for (String digest : known(connection, workspace, byDigest.keySet())) {
      barred.addAll(byDigest.get(digest));
    }
    return barred;
  }

  private static void add(
      Map<String, Set<String>> byDigest, Collection<String> digests, String id) {
    digests.forEach(digest -> byDigest.computeIfAbsent(digest, unknown -> new HashSet<>()).add(id));
  }

  private static boolean any(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement("select 1 from erased_identity where workspace = ? limit 1")) {
      select.setString(1, workspace);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Set<String> known(
      Connection connection, String workspace, Collection<String> digests) throws SQLException {
    var known = new HashSet<String>();
    try (var select =
        connection.prepareStatement(
            "select digest from erased_identity where workspace = ? and digest = any(?)")) {
      select.setString(1, workspace);
      select.setArray(2, connection.createArrayOf("text", digests.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          known.add(rows.getString(1));
        }
      }
    }
    return known;
  }

  static void add(Connection connection, String workspace, Collection<String> digests)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into erased_identity (workspace, digest, erased_at)
            select ?, d, now() from unnest(?) d on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setArray(2, connection.createArrayOf("text", digests.toArray()));
      insert.executeUpdate();
    }
  }
}
