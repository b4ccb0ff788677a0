package dev.bellwether.sentiment.storage;

import dev.bellwether.kit.storage.SqlWork;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads what must be gone through mention by mention, for a bounded time. */
@ApplicationScoped
class BoundedReading {

  /** Long enough for some millions of mentions; see docs/sentiment-api.md. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private static final String QUERY_CANCELED = "57014";

  /** At the same time; the other connections are for scoring and for quick answers. */
  private static final int AT_ONCE = 3;

  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final WorkspaceTransaction transactions;

  BoundedReading(WorkspaceTransaction transactions) {
    this.transactions = transactions;
  }

  /** Empty when a statement, or waiting for its turn, took longer than {@link #LONGEST}. */
  <T> Optional<T> inWorkspace(String workspace, SqlWork<T> work) {
    return inWorkspace(workspace, LONGEST, work);
  }

  <T> Optional<T> inWorkspace(String workspace, Duration longest, SqlWork<T> work) {
    if (!turn(longest)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          transactions.inWorkspace(
              workspace,
              connection -> {
                try (var limit =
                    connection.prepareStatement(
                        "select set_config('statement_timeout', ?, true)")) {
                  limit.setString(1, Long.toString(longest.toMillis()));
                  limit.execute();
                }
                return work.run(connection);
              }));
    } catch (StorageException e) {
      if (QUERY_CANCELED.equals(e.sqlState())) {
        return Optional.empty();
      }
      throw e;
    } finally {
      turns.release();
    }
  }

  private boolean turn(Duration longest) {
    try {
      return turns.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
