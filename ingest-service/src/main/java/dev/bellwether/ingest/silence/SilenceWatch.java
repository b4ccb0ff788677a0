package dev.bellwether.ingest.silence;

import dev.bellwether.kit.storage.WorkspaceTransaction;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Looks every minute, in every instance, for sources that have gone silent or are back. Which
 * instance decides, the row's lock says. Rounds that fail are caught up by the next.
 */
@ApplicationScoped
class SilenceWatch {

  private static final Logger LOG = Logger.getLogger(SilenceWatch.class);

  /** So that a round ends; what is left is the next one's. */
  private static final int MOST_A_ROUND = 500;

  /** While nobody watches, nothing can be seen to come: ingest was down. */
  private static final String WATCH =
      """
      insert into source_watch (since, until) values (?, ?)
      on conflict (one) do update set
        since = case when source_watch.until < ? then excluded.since else source_watch.since end,
        until = greatest(source_watch.until, excluded.until)
      returning since
      """;

  private static final String DUE =
      """
      select workspace, stream, source from source
      where last_at < ? and silent_since is null and (silent_from is null or silent_from <= ?)
      order by last_at desc limit %d
      """
          .formatted(MOST_A_ROUND);

  private static final String BACK =
      """
      select workspace, stream, source from source_silence
      where ended_at is not null and not told_back limit %d
      """
          .formatted(MOST_A_ROUND);

  private record Due(String workspace, SourceName source) {}

  private final WorkspaceTransaction transactions;
  private final SilenceDecision decision;
  private final SilenceSettings settings;
  private final Clock clock;
  private volatile boolean stopping;

  SilenceWatch(
      WorkspaceTransaction transactions,
      SilenceDecision decision,
      SilenceSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.decision = decision;
    this.settings = settings;
    this.clock = clock;
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  @Scheduled(
      every = "${bellwether.ingest.silence.every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void look() {
    if (!settings.enabled()) {
      return;
    }
    try {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Instant watchedSince = watch(now);
      for (Due due : due(now)) {
        decide(due, () -> decision.onSilence(due.workspace(), due.source(), watchedSince, now));
      }
      for (Due due : back()) {
        decide(due, () -> decision.onReturn(due.workspace(), due.source()));
      }
      forget(now);
    } catch (RuntimeException e) {
      LOG.warn("which sources are silent is looked at again in the next round", e);
    }
  }

  /** What fails of one is no reason to say nothing of others. */
  private void decide(Due due, Runnable work) {
    if (stopping) {
      return;
    }
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf(
          e,
          "whether %s of workspace %s is silent is looked at again in the next round",
          due.source().stream(),
          due.workspace());
    }
  }

  private Instant watch(Instant now) {
    return transactions.asWorker(
        connection -> {
          try (var upsert = connection.prepareStatement(WATCH)) {
            upsert.setTimestamp(1, Timestamp.from(now));
            upsert.setTimestamp(2, Timestamp.from(now));
            upsert.setTimestamp(3, Timestamp.from(now.minus(settings.blind())));
            try (ResultSet row = upsert.executeQuery()) {
              row.next();
              return SourceStore.instant(row, 1);
            }
          }
        });
  }

  private List<Due> due(Instant now) {
    return transactions.asWorker(
        connection -> {
          try (var select = connection.prepareStatement(DUE)) {
            select.setTimestamp(1, Timestamp.from(now.minus(settings.least())));
            select.setTimestamp(2, Timestamp.from(now));
            try (ResultSet rows = select.executeQuery()) {
              return read(rows);
            }
          }
        });
  }

  private List<Due> back() {
    return transactions.asWorker(
        connection -> {
          try (var select = connection.prepareStatement(BACK);
              ResultSet rows = select.executeQuery()) {
            return read(rows);
          }
        });
  }

  private static List<Due> read(ResultSet rows) throws SQLException {
    var due = new ArrayList<Due>();
    while (rows.next()) {
      due.add(new Due(rows.getString(1), new SourceName(rows.getString(2), rows.getString(3))));
    }
    return due;
  }

  /** What is too old to count. */
  private void forget(Instant now) {
    transactions.asWorker(
        connection -> {
          Instant oldest = now.minus(settings.memory()).minus(1, ChronoUnit.DAYS);
          delete(connection, "delete from source_hour where hour < ?", oldest);
          return delete(
              connection, "delete from source_silence where ended_at < ? and told_back", oldest);
        });
  }

  private static int delete(Connection connection, String statement, Instant before)
      throws SQLException {
    try (var delete = connection.prepareStatement(statement)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }
}
