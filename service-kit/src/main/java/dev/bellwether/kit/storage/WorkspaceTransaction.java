package dev.bellwether.kit.storage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The only way to a table: a transaction that belongs to one workspace. Row-level security lets it
 * see that workspace's rows and no others, so a forgotten {@code where workspace = ?} finds nothing
 * rather than somebody else's data. Panache entities used inside share the transaction and its
 * workspace.
 */
@ApplicationScoped
public class WorkspaceTransaction {

  private final Instance<DataSource> dataSource;

  /** The data source is looked up late: a service without tables has none. */
  public WorkspaceTransaction(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs {@code work} in a new transaction; commits when it returns, rolls back when it throws.
   *
   * @throws StorageException when the database refuses a statement or the commit
   */
  public <T> T inWorkspace(String workspace, SqlWork<T> work) {
    return QuarkusTransaction.requiringNew()
        .call(() -> run("bellwether.workspace", workspace, work));
  }

  /**
   * As {@link #inWorkspace}, for a worker's own chores (what has expired, which job is next), that
   * belong to no workspace. It sees the rows of every workspace in those tables whose policy {@code
   * worker} says so, and nothing in all others.
   *
   * @throws StorageException when the database refuses a statement or the commit
   */
  public <T> T asWorker(SqlWork<T> work) {
    return QuarkusTransaction.requiringNew().call(() -> run("bellwether.worker", "on", work));
  }

  /**
   * As {@link #inWorkspace(String, SqlWork)}, for work that may take longer than the minute that
   * transactions commonly have.
   *
   * @param longest after which it is rolled back, in whole seconds
   */
  public <T> T inWorkspace(String workspace, Duration longest, SqlWork<T> work) {
    return QuarkusTransaction.requiringNew()
        .timeout(Math.toIntExact(longest.toSeconds()))
        .call(() -> run("bellwether.workspace", workspace, work));
  }

  private <T> T run(String setting, String value, SqlWork<T> work) {
    try (Connection connection = dataSource.get().getConnection()) {
      // true: for this transaction only, or a pooled connection would carry it to the next caller
      try (var set = connection.prepareStatement("select set_config(?, ?, true)")) {
        set.setString(1, setting);
        set.setString(2, value);
        set.execute();
      }
      return work.run(connection);
    } catch (SQLException e) {
      throw new StorageException(e);
    }
  }
}
