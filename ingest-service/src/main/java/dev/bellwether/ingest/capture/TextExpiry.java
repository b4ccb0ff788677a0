package dev.bellwether.ingest.capture;

import dev.bellwether.kit.storage.WorkspaceTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Removes the signatures of texts that nothing is compared with any more, of silent workspaces too.
 */
@ApplicationScoped
class TextExpiry {

  private static final Logger LOG = Logger.getLogger(TextExpiry.class);
  private static final int AT_ONCE = 20_000;

  private final WorkspaceTransaction transactions;
  private final Clock clock;
  private volatile boolean stopping;

  TextExpiry(WorkspaceTransaction transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  @Scheduled(every = "5m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void run() {
    try {
      transactions.asWorker(TextSignatures::workspaces).forEach(this::expire);
    } catch (RuntimeException e) {
      LOG.warn("old text signatures stay until the next round", e);
    }
  }

  private void expire(String workspace) {
    Instant before = clock.instant().minus(NearDuplicates.WINDOW);
    try {
      int last = AT_ONCE;
      while (last == AT_ONCE && !stopping) {
        last =
            transactions.inWorkspace(
                workspace,
                connection -> TextSignatures.expire(connection, workspace, before, AT_ONCE));
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "old text signatures of workspace %s stay until the next round", workspace);
    }
  }
}
