package dev.bellwether.ingest.monitor.backfill;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.jboss.logging.Logger;

/** Takes up back-fills, one at a time an instance. */
@ApplicationScoped
public class BackfillWorker {

  private static final Logger LOG = Logger.getLogger(BackfillWorker.class);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** How often what was being changed is come back to: about a minute's worth. */
  private static final int GLANCES = 300;

  private final BackfillStore store;
  private final BackfillPages pages;
  private final ArchiveFence fence;
  private final BackfillSettings settings;
  private final String worker = UUID.randomUUID().toString();
  private volatile boolean stopping;

  public BackfillWorker(
      BackfillStore store, BackfillPages pages, ArchiveFence fence, BackfillSettings settings) {
    this.store = store;
    this.pages = pages;
    this.fence = fence;
    this.settings = settings;
  }

  void atStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void work() {
    Optional<BackfillJob> job = stopping ? Optional.empty() : store.claim(worker);
    while (job.isPresent()) {
      work(job.get());
      job = stopping ? Optional.empty() : store.claim(worker);
    }
  }

  private void work(BackfillJob job) {
    try {
      if (!archiveHasAll(job)) {
        return;
      }
      store.total(job, worker, pages.total(job));
      BackfillJob scanned = scan(job);
      if (scanned != null && comeBack(scanned)) {
        store.finish(scanned, worker);
      } else if (stopping) {
        store.release(job, worker);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      store.release(job, worker);
    } catch (ExecutionException | RuntimeException e) {
      LOG.warn("a back-fill is interrupted and goes on in some seconds", e);
      store.fail(job, worker);
    }
  }

  /**
   * What was captured by the monitor's older version is in the topic, since its change waited for
   * those captures; it is found once the archive has it.
   */
  private boolean archiveHasAll(BackfillJob job) throws ExecutionException, InterruptedException {
    ArchiveFence.Ends ends = fence.now();
    while (!fence.passed(ends)) {
      if (stopping || !store.touch(job, worker)) {
        return false;
      }
      Thread.sleep(GLANCE);
    }
    return true;
  }

  private BackfillJob scan(BackfillJob job) throws InterruptedException {
    BackfillJob now = job;
    while (now != null && now.phase() != null && !stopping) {
      long start = System.nanoTime();
      now = pages.next(now, worker);
      pause(Duration.ofNanos(System.nanoTime() - start));
    }
    return stopping ? null : now;
  }

  /** So that the intake of posts gets its share. */
  private void pause(Duration worked) throws InterruptedException {
    double share = Math.clamp(settings.share(), 0.01, 1);
    var pause = Duration.ofNanos((long) (worked.toNanos() * (1 / share - 1)));
    Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  private boolean comeBack(BackfillJob job) throws InterruptedException {
    BackfillJob now = job;
    for (int glance = 0; !now.later().isEmpty(); glance++) {
      if (stopping) {
        return false;
      }
      Thread.sleep(GLANCE);
      now = pages.again(now, worker, glance >= GLANCES);
      if (now == null) {
        return false;
      }
    }
    return true;
  }
}
