package dev.bellwether.campaign.suggestion.storage;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a worker looks for in all workspaces: suggestions that nothing more is heard of, and old
 * ones.
 */
@ApplicationScoped
public class SuggestionChores {

  /** So that a round ends. */
  private static final int MOST_A_ROUND = 1_000;

  private static final String OLD = " where state in ('lapsed', 'dismissed') and heard_at < ?";

  private final WorkspaceTransaction transactions;

  public SuggestionChores(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /** A monitor with such a suggestion. */
  public record Silent(String workspace, String monitor) {}

  /**
   * Those with an open suggestion that has expired.
   *
   * @param heardBefore wall clock of its last news
   * @param now wall clock
   */
  public List<Silent> silent(Instant heardBefore, Instant now) {
    return transactions.asWorker(
        connection -> {
          try (var select =
              connection.prepareStatement(
                  """
                  select distinct workspace, monitor from spend_suggestion
                  where state = 'open' and heard_at < ? and expires_at < ? limit ?
                  """)) {
            Columns.set(select, 1, heardBefore);
            Columns.set(select, 2, now);
            select.setInt(3, MOST_A_ROUND);
            var found = new ArrayList<Silent>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                found.add(new Silent(row.getString(1), row.getString(2)));
              }
            }
            return found;
          }
        });
  }

  /**
   * Deletes those that lapsed or were dismissed and had their last news before; of all workspaces.
   */
  public void forgetBefore(Instant heard) {
    var workspaces =
        transactions.asWorker(
            connection -> {
              try (var select =
                  connection.prepareStatement(
                      "select distinct workspace from spend_suggestion" + OLD)) {
                Columns.set(select, 1, heard);
                var found = new ArrayList<String>();
                try (var row = select.executeQuery()) {
                  while (row.next()) {
                    found.add(row.getString(1));
                  }
                }
                return found;
              }
            });
    for (String workspace : workspaces) {
      transactions.inWorkspace(
          workspace,
          connection -> {
            try (var delete =
                connection.prepareStatement(
                    "delete from spend_suggestion" + OLD + " and workspace = ?")) {
              Columns.set(delete, 1, heard);
              delete.setString(2, workspace);
              return delete.executeUpdate();
            }
          });
    }
  }
}
