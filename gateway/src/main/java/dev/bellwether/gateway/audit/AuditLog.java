package dev.bellwether.gateway.audit;

import dev.bellwether.kit.storage.StorageException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes entries, many in one transaction. While the database is away they wait in memory and are
 * tried again; what finds no room there, or is left when the gateway stops, goes to the log line by
 * line, so that none is lost without a trace.
 */
@ApplicationScoped
public class AuditLog {

  private static final Logger LOG = Logger.getLogger(AuditLog.class);
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

  private record Waiting(AuditEntry entry, CompletableFuture<Void> written) {}

  private final AuditStore store;
  private final AuditSettings settings;
  private final MeterRegistry metrics;
  private final InstantSource clock = InstantSource.system();
  private final BlockingQueue<Waiting> queue;
  private volatile boolean stopping;
  private Thread writer;

  public AuditLog(AuditStore store, AuditSettings settings, MeterRegistry metrics) {
    this.store = store;
    this.settings = settings;
    this.metrics = metrics;
    this.queue = new LinkedBlockingQueue<>(settings.waiting());
    metrics.gauge("bellwether.audit.waiting", queue, BlockingQueue::size);
  }

  void atStart(@Observes StartupEvent start) {
    writer = Thread.ofVirtual().name("audit").start(this::write);
  }

  void atStop(@Observes ShutdownEvent stop) throws InterruptedException {
    stopping = true;
    writer.interrupt();
    writer.join(LAST_CHANCE);
    var left = new ArrayList<Waiting>();
    queue.drainTo(left);
    left.forEach(this::lose);
  }

  /**
   * Never waits itself.
   *
   * @return done when the entry is stored; failed when it was not within the time-out, after which
   *     it may yet be
   */
  CompletionStage<Void> add(AuditEntry entry) {
    var waiting = new Waiting(entry, new CompletableFuture<>());
    if (stopping || !queue.offer(waiting)) {
      lose(waiting);
    }
    return waiting.written().copy().orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void write() {
    List<Waiting> batch = new ArrayList<>();
    while (!stopping) {
      try {
        batch.add(queue.take());
        queue.drainTo(batch, BATCH - 1);
        while (!store(batch)) {
          Thread.sleep(PAUSE);
        }
        batch.clear();
      } catch (InterruptedException e) {
        // only atStop interrupts
        break;
      }
    }
    queue.drainTo(batch);
    if (!batch.isEmpty() && !store(batch)) {
      batch.forEach(this::lose);
    }
  }

  /** False when it should be tried again. */
  private boolean store(List<Waiting> batch) {
    try {
      store.add(batch.stream().map(Waiting::entry).toList());
      batch.forEach(waiting -> waiting.written().complete(null));
      return true;
    } catch (StorageException e) {
      if (!e.isAboutTheData()) {
        LOG.warnf("%d audit entries wait for the database: %s", batch.size(), e.getMessage());
        return false;
      }
      if (batch.size() > 1) {
        return batch.stream().map(List::of).map(this::store).reduce(true, Boolean::logicalAnd);
      }
      batch.forEach(this::lose);
      return true;
    } catch (RuntimeException e) {
      LOG.warnf("%d audit entries wait for the database: %s", batch.size(), e);
      return false;
    }
  }

  private void lose(Waiting waiting) {
    metrics.counter("bellwether.audit.unstored").increment();
    LOG.errorf("audit entry not stored: %s", waiting.entry());
    waiting.written().completeExceptionally(new IllegalStateException("not stored"));
  }

  @Scheduled(every = "24h", delayed = "5m")
  void expire() {
    try {
      store.expire(clock.instant().minus(settings.kept()));
    } catch (StorageException e) {
      LOG.warnf("expired audit entries stay for another day: %s", e.getMessage());
    }
  }
}
