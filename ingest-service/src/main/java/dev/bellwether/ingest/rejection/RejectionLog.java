package dev.bellwether.ingest.rejection;

import dev.bellwether.ingest.rows.BatchAnswer;
import dev.bellwether.ingest.rows.RowStatus;
import dev.bellwether.kit.storage.StorageException;
import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Keeps what was refused. A request without a refused row costs nothing here. One with some is
 * answered all the same when they cannot be kept, since its answer names every one of them.
 */
@ApplicationScoped
public class RejectionLog {

  private static final Logger LOG = Logger.getLogger(RejectionLog.class);
  private static final int TRIMS_A_FILL = 10;

  private final WorkspaceTransaction transactions;
  private final RejectionSettings settings;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Map<String, Integer> sinceTrim = new ConcurrentHashMap<>();

  public RejectionLog(
      WorkspaceTransaction transactions,
      RejectionSettings settings,
      MeterRegistry metrics,
      Clock clock) {
    this.transactions = transactions;
    this.settings = settings;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Keeps the rejected rows of an answer. */
  public void keep(RejectedRequest request, BatchAnswer answer) {
    if (answer.rejected() == 0) {
      return;
    }
    Instant now = clock.instant();
    keep(
        request,
        answer.rows().stream()
            .filter(row -> row.status() == RowStatus.REJECTED)
            .map(
                row -> {
                  var told = StoredReason.of(row.field(), row.reason());
                  return rejection(request, now, row.line(), row.row(), told, row.id());
                })
            .toList());
  }

  /** Keeps that a whole body was refused. */
  void keepBody(RejectedRequest request, String field, String reason) {
    var told = StoredReason.of(field, reason);
    keep(request, List.of(rejection(request, clock.instant(), null, null, told, null)));
  }

  private static Rejection rejection(
      RejectedRequest request,
      Instant at,
      Integer line,
      Integer row,
      StoredReason told,
      String mention) {
    return new Rejection(
        at,
        request.kind(),
        request.key(),
        request.id(),
        line,
        row,
        told.field(),
        told.reason(),
        mention);
  }

  private void keep(RejectedRequest request, List<Rejection> rejections) {
    try {
      boolean full = count(request.workspace(), rejections.size());
      transactions.inWorkspace(
          request.workspace(),
          connection -> {
            RejectionStore.add(connection, request, rejections);
            return full ? RejectionStore.trim(connection, request.workspace(), settings.most()) : 0;
          });
    } catch (StorageException e) {
      metrics.counter("bellwether.rejections.lost").increment(rejections.size());
      LOG.warnf("%d rejections could not be kept: %s", rejections.size(), e.getMessage());
    }
  }

  /** Whether so many have come that it is time to look how many there are. */
  private boolean count(String workspace, int more) {
    int limit = Math.max(1, settings.most() / TRIMS_A_FILL);
    int left = sinceTrim.merge(workspace, more, (before, now) -> (before % limit) + now);
    return left >= limit;
  }

  @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void expire() {
    try {
      transactions.asWorker(
          connection -> RejectionStore.expire(connection, clock.instant().minus(settings.kept())));
    } catch (StorageException e) {
      LOG.warnf("expired rejections stay for another hour: %s", e.getMessage());
    }
  }
}
