package dev.bellwether.ingest.retention;

import dev.bellwether.ingest.archive.ArchivePartitions;
import dev.bellwether.ingest.erasure.ErasedFrom;
import dev.bellwether.ingest.erasure.ErasurePublisher;
import dev.bellwether.ingest.monitor.backfill.IdentityRevisions;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Removes mentions that are older than their workspace keeps them, every hour. A null on {@code
 * mentions} tells the other services, and is acknowledged before the rows here go in the same
 * transaction: a crash between leaves rows that are found again, and another null of the same.
 */
@ApplicationScoped
public class Expiry {

  private static final Logger LOG = Logger.getLogger(Expiry.class);
  private static final int BATCH = 500;

  private static final String OLDEST =
      """
      select mention_id from archived_mention where workspace = ? and platform = ? and created_at < ?
      order by created_at, mention_id limit ?
      """;

  private final WorkspaceTransaction transactions;
  private final RetentionStore store;
  private final ErasurePublisher publisher;
  private final List<ErasedFrom> tables;
  private final ArchivePartitions partitions;
  private final Clock clock;
  private volatile boolean stopping;

  public Expiry(
      WorkspaceTransaction transactions,
      RetentionStore store,
      ErasurePublisher publisher,
      @All List<ErasedFrom> tables,
      ArchivePartitions partitions,
      Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.publisher = publisher;
    this.tables = tables;
    this.partitions = partitions;
    this.clock = clock;
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  @Scheduled(
      every = "${bellwether.retention.every:1h}",
      delayed = "${bellwether.retention.delayed:2m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      store.sources().forEach(this::expire);
      dropEmptyMonths();
    } catch (RuntimeException e) {
      LOG.warn("what has expired stays until the next round", e);
    }
  }

  /** What fails, or takes too long, of one is no reason to keep what others let go. */
  private void expire(RetentionStore.Source source) {
    try {
      store
          .rules(source.workspace())
          .keptSince(source.platform(), clock.instant())
          .ifPresent(since -> expire(source, since));
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "what has expired of %s in workspace %s stays until the next round",
          source.platform(),
          source.workspace());
    }
  }

  private void expire(RetentionStore.Source source, Instant since) {
    long gone = 0;
    int last = BATCH;
    while (last == BATCH && !stopping) {
      last =
          transactions.inWorkspace(
              source.workspace(), connection -> expireNext(connection, source, since));
      gone += last;
    }
    if (gone > 0) {
      LOG.infof("%d mentions have expired", gone);
    }
  }

  private int expireNext(Connection connection, RetentionStore.Source source, Instant since)
      throws SQLException {
    List<String> ids = oldest(connection, source, since);
    if (ids.isEmpty()) {
      return 0;
    }
    // In the order in which captures lock
    IdentityRevisions.lock(connection, source.workspace(), ids);
    publisher.remove(source.workspace(), ids);
    for (ErasedFrom table : tables) {
      table.erase(connection, source.workspace(), ids);
    }
    return ids.size();
  }

  private static List<String> oldest(
      Connection connection, RetentionStore.Source source, Instant since) throws SQLException {
    try (var select = connection.prepareStatement(OLDEST)) {
      select.setString(1, source.workspace());
      select.setString(2, source.platform());
      select.setTimestamp(3, Timestamp.from(since));
      select.setInt(4, BATCH);
      var ids = new ArrayList<String>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    }
  }

  /** Empty tables cost every search a little. The last months' fill again. */
  private void dropEmptyMonths() {
    YearMonth recent = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)).minusMonths(1);
    for (ArchivePartitions.Month month : partitions.months()) {
      if (month.month().isBefore(recent) && !stopping) {
        partitions.dropIfEmpty(month.month());
      }
    }
  }
}
