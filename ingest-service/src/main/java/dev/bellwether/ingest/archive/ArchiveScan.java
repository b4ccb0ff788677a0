package dev.bellwether.ingest.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.contracts.mention.Mention;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Goes through the archive in steps of bounded size: for work in the background, that may be ended
 * and taken up again. Mentions that come in meanwhile are met if they lie ahead of it.
 */
@ApplicationScoped
public class ArchiveScan {

  /**
   * How far a scan has come.
   *
   * @param createdAt of the last candidate looked at, in microseconds
   */
  public record Place(Instant createdAt, String mentionId) {}

  /**
   * One step.
   *
   * @param matches with their {@link Mention#revision()} as stored, in the order of the scan
   * @param looked how many candidates that took
   * @param next where to go on, or null at the end
   */
  public record Step(List<Mention> matches, int looked, Place next) {}

  private final WorkspaceTransaction transactions;
  private final AuthorPseudonyms pseudonyms;
  private final KnownPlatforms platforms;
  private final ObjectMapper json;

  public ArchiveScan(
      WorkspaceTransaction transactions,
      AuthorPseudonyms pseudonyms,
      KnownPlatforms platforms,
      ObjectMapper json) {
    this.transactions = transactions;
    this.pseudonyms = pseudonyms;
    this.platforms = platforms;
    this.json = json;
  }

  /**
   * The next step, oldest first.
   *
   * @param filter what to look for; {@link ArchiveFilter#of} makes one of a query and a time
   * @param after where the last step ended, or null to begin
   * @param candidates most mentions to look at, 1 to 10,000 being sensible
   */
  public Step oldestFirst(String workspace, ArchiveFilter filter, Place after, int candidates) {
    return step(workspace, filter, ArchiveRows.Order.OLDEST_FIRST, after, candidates);
  }

  /** As {@link #oldestFirst}, the other way round. */
  public Step newestFirst(String workspace, ArchiveFilter filter, Place after, int candidates) {
    return step(workspace, filter, ArchiveRows.Order.NEWEST_FIRST, after, candidates);
  }

  /** How many candidates all steps together will look at, as the archive is now. */
  public long candidates(String workspace, ArchiveFilter filter) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var selection =
              new Selection(workspace, filter, pseudonyms, platforms.read(connection, workspace));
          Condition condition = selection.condition();
          try (var count =
              connection.prepareStatement(
                  "select count(*) from archived_mention m where " + condition.sql())) {
            condition.bind(count);
            try (var row = count.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  private Step step(
      String workspace, ArchiveFilter filter, ArchiveRows.Order order, Place after, int most) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          var selection =
              new Selection(workspace, filter, pseudonyms, platforms.read(connection, workspace));
          List<ArchivedRow> rows =
              new ArchiveRows(connection, json)
                  .page(
                      selection,
                      order,
                      after == null ? null : new SearchCursor(after.createdAt(), after.mentionId()),
                      most);
          List<Mention> matches =
              rows.stream().map(ArchivedRow::mention).filter(selection::matches).toList();
          SearchCursor last = rows.size() < most ? null : rows.getLast().place();
          return new Step(
              matches,
              rows.size(),
              last == null ? null : new Place(last.createdAt(), last.mentionId()));
        });
  }
}
