package dev.bellwether.ingest.retention;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The table {@code retention_policy}. Made at the start, to refuse the operator's setting then. */
@Startup
@ApplicationScoped
public class RetentionStore {

  /** A hundred years. */
  static final int MOST_DAYS = 36_500;

  /** A workspace and a platform of which it has, or had, mentions. */
  record Source(String workspace, String platform) {}

  private final WorkspaceTransaction transactions;
  private final Optional<Integer> otherwise;

  /**
   * @throws IllegalArgumentException when the operator keeps mentions for less than a day: it would
   *     remove them all, and who says 0 may mean "for ever"
   */
  public RetentionStore(
      WorkspaceTransaction transactions,
      @ConfigProperty(name = "bellwether.retention.days") Optional<Integer> otherwise) {
    this.transactions = transactions;
    this.otherwise = otherwise;
    otherwise
        .filter(days -> days < 1 || days > MOST_DAYS)
        .ifPresent(
            days -> {
              throw new IllegalArgumentException(
                  "bellwether.retention.days (BELLWETHER_RETENTION_DAYS) is %d and must be a whole number from 1 to %d; leave it out to keep mentions for ever"
                      .formatted(days, MOST_DAYS));
            });
  }

  RetentionRules rules(String workspace) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select =
              connection.prepareStatement(
                  "select platform, days from retention_policy where workspace = ?")) {
            select.setString(1, workspace);
            var days = new TreeMap<String, Integer>();
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                days.put(rows.getString(1), rows.getInt(2));
              }
            }
            return new RetentionRules(days, otherwise);
          }
        });
  }

  void put(String workspace, String platform, int days) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var upsert =
              connection.prepareStatement(
                  """
                  insert into retention_policy (workspace, platform, days) values (?, ?, ?)
                  on conflict (workspace, platform) do update set days = excluded.days
                  """)) {
            upsert.setString(1, workspace);
            upsert.setString(2, platform);
            upsert.setInt(3, days);
            return upsert.executeUpdate();
          }
        });
  }

  /** Whether there was such a rule. */
  boolean delete(String workspace, String platform) {
    return transactions.inWorkspace(
        workspace,
        connection -> {
          try (var delete =
              connection.prepareStatement(
                  "delete from retention_policy where workspace = ? and platform = ?")) {
            delete.setString(1, workspace);
            delete.setString(2, platform);
            return delete.executeUpdate() > 0;
          }
        });
  }

  /** Of every workspace. */
  List<Source> sources() {
    return transactions.asWorker(
        connection -> {
          try (var select =
                  connection.prepareStatement(
                      "select workspace, platform from archived_platform order by workspace, platform");
              ResultSet rows = select.executeQuery()) {
            var sources = new ArrayList<Source>();
            while (rows.next()) {
              sources.add(new Source(rows.getString(1), rows.getString(2)));
            }
            return sources;
          }
        });
  }
}
