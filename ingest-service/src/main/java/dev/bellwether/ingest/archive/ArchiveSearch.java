package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds mentions in the archive. */
@ApplicationScoped
public class ArchiveSearch {

  /** Most candidates that one page looks at; a second or so of work. */
  private static final int PAGE_BUDGET = 20_000;

  /** Most candidates that one count looks at where the index alone cannot count. */
  private static final int COUNT_BUDGET = 100_000;

  private static final int LARGEST_READ = 4_000;

  /** How long an export may take, and hold its view of the database. */
  private static final Duration LONGEST_EXPORT = Duration.ofHours(1);

  private final WorkspaceTransaction transactions;
  private final AuthorPseudonyms pseudonyms;
  private final KnownPlatforms platforms;
  private final Reindexing reindexing;
  private final ObjectMapper json;

  public ArchiveSearch(
      WorkspaceTransaction transactions,
      AuthorPseudonyms pseudonyms,
      KnownPlatforms platforms,
      Reindexing reindexing,
      ObjectMapper json) {
    this.transactions = transactions;
    this.pseudonyms = pseudonyms;
    this.platforms = platforms;
    this.reindexing = reindexing;
    this.json = json;
  }

  /**
   * How many match.
   *
   * @param exact false where there are at least as many: they were too many to look at
   */
  record Count(long mentions, boolean exact) {}

  /**
   * The mentions after {@code cursor} (null: from the start), newest first, at most {@code limit};
   * fewer, and a cursor to go on from, where too many candidates had to be looked at.
   */
  MentionPage find(String workspace, ArchiveFilter filter, int limit, SearchCursor cursor) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Selection selection = select(connection, workspace, filter);
          return find(new ArchiveRows(connection, json), selection, workspace, limit, cursor);
        });
  }

  private MentionPage find(
      ArchiveRows rows, Selection selection, String workspace, int limit, SearchCursor cursor)
      throws SQLException {
    var page = new ArrayList<ArchivedMention>(limit);
    SearchCursor lastMatch = cursor;
    SearchCursor at = cursor;
    int left = PAGE_BUDGET;
    int size = limit + 1;
    while (left > 0) {
      size = Math.min(size, left);
      List<ArchivedRow> candidates = rows.page(selection, ArchiveRows.Order.NEWEST_FIRST, at, size);
      for (ArchivedRow row : candidates) {
        if (matches(selection, row, workspace)) {
          if (page.size() == limit) {
            return new MentionPage(page, lastMatch.encode());
          }
          page.add(row.withScore(json));
          lastMatch = row.place();
        }
      }
      if (candidates.size() < size) {
        return new MentionPage(page, null);
      }
      at = candidates.getLast().place();
      left -= size;
      size = Math.min(4 * size, LARGEST_READ);
    }
    return new MentionPage(page, at.encode());
  }

  private boolean matches(Selection selection, ArchivedRow row, String workspace) {
    if (selection.hasText() && !row.indexed()) {
      reindexing.begin(workspace);
    }
    return selection.matches(row.mention());
  }

  private Selection select(Connection connection, String workspace, ArchiveFilter filter)
      throws SQLException {
    boolean asksForPlatforms = filter.text() != null;
    return new Selection(
        workspace,
        filter,
        pseudonyms,
        asksForPlatforms ? platforms.read(connection, workspace) : List.of());
  }

  /** Exactly wherever that takes no more than looking at so many candidates. */
  Count count(String workspace, ArchiveFilter filter) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          Selection selection = select(connection, workspace, filter);
          return selection.isExact() && !(selection.hasText() && unindexed(connection, workspace))
              ? new Count(countRows(connection, selection), true)
              : countMatches(connection, selection, workspace);
        });
  }

  private static boolean unindexed(Connection connection, String workspace) throws SQLException {
    try (var select =
        connection.prepareStatement(
            "select exists (select from archived_mention where workspace = ? and search is null)")) {
      select.setString(1, workspace);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static long countRows(Connection connection, Selection selection) throws SQLException {
    String from =
        selection.asksForScore() ? ArchivedRow.FROM_WITH_SCORES : " from archived_mention m";
    try (var select =
        connection.prepareStatement(
            "select count(*)" + from + " where " + selection.condition().sql())) {
      selection.condition().bind(select);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private Count countMatches(Connection connection, Selection selection, String workspace)
      throws SQLException {
    int[] looked = {0};
    long[] matched = {0};
    new ArchiveRows(connection, json)
        .visit(
            selection,
            row -> {
              if (looked[0] == COUNT_BUDGET) {
                looked[0]++;
                return false;
              }
              looked[0]++;
              matched[0] += matches(selection, row, workspace) ? 1 : 0;
              return true;
            });
    return new Count(matched[0], looked[0] <= COUNT_BUDGET);
  }

  /**
   * Gives every match, newest first, as the archive is at this moment.
   *
   * @param each false ends it
   * @param between called for each candidate that does not match
   * @throws dev.bellwether.kit.storage.StorageException also when it takes longer than an hour
   */
  void forEach(
      String workspace, ArchiveFilter filter, Predicate<ArchivedMention> each, Runnable between) {
    transactions.inWorkspace(
        workspace,
        LONGEST_EXPORT,
        connection -> {
          Selection selection = select(connection, workspace, filter);
          new ArchiveRows(connection, json)
              .visit(
                  selection,
                  row -> {
                    if (matches(selection, row, workspace)) {
                      return each.test(row.withScore(json));
                    }
                    between.run();
                    return true;
                  });
          return null;
        });
  }

  Optional<ArchivedMention> get(String workspace, String id) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          String sql =
              "select "
                  + ArchivedRow.COLUMNS
                  + ArchivedRow.FROM_WITH_SCORES
                  + " where m.workspace = ? and m.mention_id = ? order by m.revision desc";
          try (var select = connection.prepareStatement(sql)) {
            select.setString(1, workspace);
            select.setString(2, id);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(ArchivedRow.of(row, json).withScore(json))
                  : Optional.empty();
            }
          }
        });
  }

  /** The figures a mention has had, oldest first; empty where there is no such mention. */
  List<EngagementHistory.Figures> engagement(String workspace, String id) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(EngagementHistory.SELECT)) {
            return EngagementHistory.read(select, workspace, id);
          }
        });
  }
}
