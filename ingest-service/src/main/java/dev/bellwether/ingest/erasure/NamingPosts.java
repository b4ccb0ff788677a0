package dev.bellwether.ingest.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.ingest.archive.ArchiveFilter;
import dev.bellwether.ingest.archive.ArchiveScan;
import dev.bellwether.ingest.monitor.backfill.ArchiveFence;
import dev.bellwether.ingest.monitor.backfill.IdentityRevisions;
import dev.bellwether.ingest.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/**
 * Posts by others that name an erased account, or answer or link to an erased post: found through
 * the archive's index, and revised without it. First all are written down, then revised page by
 * page, so that a crash between Kafka's acknowledgement and the commit writes the same revision
 * again. Posts that come in later are left as they are.
 */
@ApplicationScoped
class NamingPosts {

  private static final int CANDIDATES_A_STEP = 1_000;
  private static final int POSTS_A_STEP = 300;

  enum Progress {
    WORKED,
    /** For the archive, which has not read everything yet. */
    WAITS,
    DONE
  }

  private record Search(
      String platform, String account, String post, ArchiveScan.Place place, boolean found) {

    NamedSubject subject() {
      return account == null
          ? NamedSubject.post(platform, post)
          : NamedSubject.account(platform, account);
    }

    String name() {
      return account == null ? post : account;
    }
  }

  private final ArchiveScan scan;
  private final ArchiveFence fence;
  private final ErasurePublisher publisher;
  private final ObjectMapper json;

  /** By erasure. Lost in a crash, it is only set anew, and further on. */
  private final Map<String, ArchiveFence.Ends> begun = new ConcurrentHashMap<>();

  NamingPosts(ArchiveScan scan, ArchiveFence fence, ErasurePublisher publisher, ObjectMapper json) {
    this.scan = scan;
    this.fence = fence;
    this.publisher = publisher;
    this.json = json;
  }

  /**
   * @param connection of the transaction that has claimed the erasure
   */
  Progress step(Connection connection, String workspace, String erasure) throws SQLException {
    Search search = search(connection, workspace, erasure);
    if (search.name() == null) {
      return Progress.DONE;
    }
    if (!search.found) {
      return archiveHasAll(erasure) ? look(connection, workspace, erasure, search) : Progress.WAITS;
    }
    List<String> ids =
        PendingMentions.next(connection, workspace, erasure, POSTS_A_STEP, PendingMentions.NAMING);
    if (!ids.isEmpty()) {
      return revise(connection, workspace, erasure, search.subject(), ids);
    }
    forgetName(connection, workspace, erasure);
    return Progress.DONE;
  }

  private boolean archiveHasAll(String erasure) {
    try {
      ArchiveFence.Ends ends = begun.get(erasure);
      if (ends == null) {
        ends = fence.now();
        begun.put(erasure, ends);
      }
      return fence.passed(ends);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not say how far the archive has read", e);
    }
  }

  private static Search search(Connection connection, String workspace, String erasure)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            """
            select names_platform, names_account, names_post, names_at, names_id, names_found
            from erasure where workspace = ? and id = ?
            """)) {
      select.setString(1, workspace);
      select.setString(2, erasure);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        Timestamp at = row.getTimestamp(4);
        return new Search(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            at == null ? null : new ArchiveScan.Place(at.toInstant(), row.getString(5)),
            row.getBoolean(6));
      }
    }
  }

  private Progress look(Connection connection, String workspace, String erasure, Search search)
      throws SQLException {
    ArchiveScan.Place next = null;
    if (Query.isKeyword(search.name())) {
      ArchiveScan.Step step =
          scan.oldestFirst(workspace, filter(search), search.place, CANDIDATES_A_STEP);
      NamedSubject subject = search.subject();
      add(
          connection,
          workspace,
          erasure,
          step.matches().stream()
              .filter(mention -> subject.takenOutOf(mention, false).isPresent())
              .map(Mention::id)
              .toList());
      next = step.next();
    }
    if (next == null) {
      addAnswers(connection, workspace, erasure);
      begun.remove(erasure);
    }
    try (var update =
        connection.prepareStatement(
            """
            update erasure set names_at = ?, names_id = ?, names_found = ?
            where workspace = ? and id = ?
            """)) {
      update.setTimestamp(1, next == null ? null : Timestamp.from(next.createdAt()));
      update.setString(2, next == null ? null : next.mentionId());
      update.setBoolean(3, next == null);
      update.setString(4, workspace);
      update.setString(5, erasure);
      update.executeUpdate();
    }
    return Progress.WORKED;
  }

  /**
   * The words of the name, in a handle or in a link: whatever else holds them is left out later.
   */
  private static ArchiveFilter filter(Search search) {
    return new ArchiveFilter(
        Query.anyOf(List.of(search.name()), List.of()),
        null,
        search.platform,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null);
  }

  private static void add(Connection connection, String workspace, String erasure, List<String> ids)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into erasure_mention (workspace, erasure, mention_id, of_other)
            select ?, ?, m, true from unnest(?) m on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, erasure);
      insert.setArray(3, connection.createArrayOf("text", ids.toArray()));
      insert.executeUpdate();
    }
  }

  /** By the whole id, or by the platform's own as some sources give it. */
  private static void addAnswers(Connection connection, String workspace, String erasure)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into erasure_mention (workspace, erasure, mention_id, of_other)
            select distinct a.workspace, e.erasure, a.mention_id, true
            from erasure_mention e join archived_mention a on a.workspace = e.workspace
              and a.mention ->> 'inReplyTo' is not null
              and a.mention ->> 'inReplyTo' = any(array[e.mention_id,
                substr(e.mention_id, position(':' in e.mention_id) + 1)])
              and a.platform = split_part(e.mention_id, ':', 1)
            where e.workspace = ? and e.erasure = ? and not e.of_other
            on conflict do nothing
            """)) {
      insert.setString(1, workspace);
      insert.setString(2, erasure);
      insert.executeUpdate();
    }
  }

  private Progress revise(
      Connection connection,
      String workspace,
      String erasure,
      NamedSubject subject,
      List<String> ids)
      throws SQLException {
    var known = IdentityRevisions.lock(connection, workspace, ids);
    var revisions = new ArrayList<Mention>();
    var unread = new ArrayList<String>();
    for (NamingRows.Row row : NamingRows.read(connection, workspace, erasure, ids)) {
      Mention mention = read(row.mention());
      Integer revision = known.get(mention.id());
      if (revision != null && mention.revision() < revision) {
        // a revision built on it would undo what is on its way to the archive
        unread.add(mention.id());
      } else if (revision != null) {
        subject.takenOutOf(mention, row.answersErased()).ifPresent(revisions::add);
      }
    }
    var handled = new ArrayList<>(ids);
    handled.removeAll(unread);
    if (handled.isEmpty()) {
      return Progress.WAITS;
    }
    var places = publisher.mark(revisions);
    NamingRows.remember(connection, workspace, revisions);
    PendingMentions.place(connection, workspace, erasure, handled, places);
    NamingRows.count(connection, workspace, erasure, revisions.size());
    return Progress.WORKED;
  }

  private Mention read(String stored) {
    try {
      return json.readValue(stored, Mention.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of the archive does not read", e);
    }
  }

  private static void forgetName(Connection connection, String workspace, String erasure)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update erasure set names_account = null, names_post = null where workspace = ? and id = ?")) {
      update.setString(1, workspace);
      update.setString(2, erasure);
      update.executeUpdate();
    }
  }
}
