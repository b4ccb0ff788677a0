package dev.bellwether.ingest.silence;

import dev.bellwether.ingest.silence.habit.ArrivalHabit;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides of one source. The signal is acknowledged by Kafka before the transaction that holds the
 * source's row commits: a crash in between leaves the row as it was, and the next round sends the
 * same signal again, under the same id.
 */
@ApplicationScoped
class SilenceDecision {

  private static final String LOCK =
      """
      select last_at from source where workspace = ? and stream = ? and source = ? and silent_since is null
      for update skip locked
      """;

  private static final String RECKONED =
      """
      update source set silent_from = coalesce(?, timestamptz 'infinity')
      where workspace = ? and stream = ? and source = ?
      """;

  private static final String NOTICED =
      """
      insert into source_silence (workspace, stream, source, since, noticed_at) values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String SILENT =
      "update source set silent_since = last_at where workspace = ? and stream = ? and source = ?";

  private static final String LOCK_ENDED =
      """
      select since, ended_at from source_silence
      where workspace = ? and stream = ? and source = ? and ended_at is not null and not told_back
      for update skip locked
      """;

  private static final String TOLD =
      """
      update source_silence set told_back = true
      where workspace = ? and stream = ? and source = ? and since = ?
      """;

  private static final String SPEAKS =
      "update source set silent_since = null where workspace = ? and stream = ? and source = ?";

  private final WorkspaceTransaction transactions;
  private final SilenceSignals signals;
  private final SilenceSettings settings;

  SilenceDecision(
      WorkspaceTransaction transactions, SilenceSignals signals, SilenceSettings settings) {
    this.transactions = transactions;
    this.signals = signals;
    this.settings = settings;
  }

  /**
   * Says that a source is silent, where it is; or notes when it would be.
   *
   * @param watchedSince what came before may have gone unseen
   */
  void onSilence(String workspace, SourceName source, Instant watchedSince, Instant now) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          Instant last = lock(connection, workspace, source);
          if (last == null) {
            return null;
          }
          Optional<ArrivalHabit> habit = habit(connection, workspace, source, last);
          Instant since = last.isBefore(watchedSince) ? watchedSince : last;
          Optional<Instant> from = habit.flatMap(known -> known.silentFrom(since));
          reckoned(connection, workspace, source, from);
          if (from.isPresent() && !from.get().isAfter(now)) {
            Duration usual = habit.get().usual(from.get()).orElse(null);
            silent(connection, workspace, source, last, from.get());
            signals.silent(workspace, source, last, from.get(), usual);
          }
          return null;
        });
  }

  /** The habit as it was when the source sent last. */
  Optional<ArrivalHabit> habit(
      Connection connection, String workspace, SourceName source, Instant last)
      throws SQLException {
    Instant since = last.minus(settings.memory());
    return ArrivalHabit.of(
        SourceStore.hours(connection, workspace, source, since),
        SourceStore.silences(connection, workspace, source, since),
        settings.rules());
  }

  private static Instant lock(Connection connection, String workspace, SourceName source)
      throws SQLException {
    try (var select = connection.prepareStatement(LOCK)) {
      SourceStore.bind(select, 1, workspace, source);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? SourceStore.instant(row, 1) : null;
      }
    }
  }

  private static void reckoned(
      Connection connection, String workspace, SourceName source, Optional<Instant> from)
      throws SQLException {
    try (var update = connection.prepareStatement(RECKONED)) {
      update.setTimestamp(1, from.map(Timestamp::from).orElse(null));
      SourceStore.bind(update, 2, workspace, source);
      update.executeUpdate();
    }
  }

  private static void silent(
      Connection connection, String workspace, SourceName source, Instant since, Instant noticed)
      throws SQLException {
    try (var insert = connection.prepareStatement(NOTICED)) {
      int next = SourceStore.bind(insert, 1, workspace, source);
      insert.setTimestamp(next, Timestamp.from(since));
      insert.setTimestamp(next + 1, Timestamp.from(noticed));
      insert.executeUpdate();
    }
    try (var update = connection.prepareStatement(SILENT)) {
      SourceStore.bind(update, 1, workspace, source);
      update.executeUpdate();
    }
  }

  /** Says that a source is back. */
  void onReturn(String workspace, SourceName source) {
    transactions.inWorkspace(
        workspace,
        connection -> {
          try (var select = connection.prepareStatement(LOCK_ENDED)) {
            SourceStore.bind(select, 1, workspace, source);
            try (ResultSet row = select.executeQuery()) {
              if (row.next()) {
                Instant since = SourceStore.instant(row, 1);
                told(connection, workspace, source, since);
                signals.back(workspace, source, since, SourceStore.instant(row, 2));
              }
            }
          }
          return null;
        });
  }

  private static void told(
      Connection connection, String workspace, SourceName source, Instant since)
      throws SQLException {
    try (var update = connection.prepareStatement(TOLD)) {
      int next = SourceStore.bind(update, 1, workspace, source);
      update.setTimestamp(next, Timestamp.from(since));
      update.executeUpdate();
    }
    try (var update = connection.prepareStatement(SPEAKS)) {
      SourceStore.bind(update, 1, workspace, source);
      update.executeUpdate();
    }
  }
}
