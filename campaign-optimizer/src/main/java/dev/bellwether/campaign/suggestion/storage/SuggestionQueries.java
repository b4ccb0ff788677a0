package dev.bellwether.campaign.suggestion.storage;

import dev.bellwether.campaign.suggestion.Suggestion;
import dev.bellwether.campaign.suggestion.SuggestionKind;
import dev.bellwether.campaign.suggestion.SuggestionState;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks suggestions up. */
@ApplicationScoped
public class SuggestionQueries {

  private static final String PAGE =
      """
      select * from spend_suggestion where workspace = ?
        and (?::text is null or account = ?) and (?::text is null or monitor = ?)
        and (?::text is null or kind = ?) and (?::text is null or state = ?)
        and (?::timestamptz is null or (opened_at, id) < (?, ?))
      order by opened_at desc, id desc limit ?
      """;

  private final WorkspaceTransaction transactions;
  private final SuggestionStore store;

  public SuggestionQueries(WorkspaceTransaction transactions, SuggestionStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Which are wanted; null where all are. */
  public record Filter(
      String account, String monitor, SuggestionKind kind, SuggestionState state) {}

  /**
   * @param next where to go on; null after the last
   */
  public record Page(List<Suggestion> suggestions, SuggestionCursor next) {}

  public Optional<Suggestion> find(String workspace, String id) {
    return transactions.inWorkspace(workspace, connection -> store.find(connection, workspace, id));
  }

  /**
   * The newest first.
   *
   * @param after where the page before ended; null for the first
   */
  public Page page(String workspace, Filter filter, int limit, SuggestionCursor after) {
    String[] texts = {
      filter.account(),
      filter.monitor(),
      filter.kind() == null ? null : filter.kind().wireName(),
      filter.state() == null ? null : filter.state().wireName()
    };
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(PAGE)) {
            int parameter = 1;
            select.setString(parameter++, workspace);
            for (String text : texts) {
              select.setString(parameter++, text);
              select.setString(parameter++, text);
            }
            Columns.set(select, parameter++, after == null ? null : after.openedAt());
            Columns.set(select, parameter++, after == null ? null : after.openedAt());
            select.setString(parameter++, after == null ? null : after.id());
            select.setInt(parameter, limit + 1);
            var found = store.rows(connection, select);
            if (found.size() <= limit) {
              return new Page(found, null);
            }
            var shown = List.copyOf(found.subList(0, limit));
            return new Page(
                shown, new SuggestionCursor(shown.getLast().openedAt(), shown.getLast().id()));
          }
        });
  }
}
