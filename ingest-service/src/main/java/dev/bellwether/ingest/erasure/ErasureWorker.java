package dev.bellwether.ingest.erasure;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes erasures on, in every instance: what one has begun, another goes on with. */
@ApplicationScoped
public class ErasureWorker {

  private static final Logger LOG = Logger.getLogger(ErasureWorker.class);
  private static final long LOOK_SECONDS = 2;
  private static final long AFTER_FAILURE_SECONDS = 5;
  private static final long STOP_MILLIS = 3_000;

  private final ErasureSteps steps;
  private final Semaphore calls = new Semaphore(0);
  private volatile boolean stopping;
  private Thread thread;

  public ErasureWorker(ErasureSteps steps) {
    this.steps = steps;
  }

  void begin(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("erasure-worker").daemon().start(this::run);
  }

  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    look();
    thread.join(STOP_MILLIS);
  }

  /** There may be something to do. */
  void look() {
    calls.release();
  }

  private void run() {
    boolean said = false;
    while (!stopping) {
      long pause = LOOK_SECONDS;
      try {
        goOn();
        said = false;
      } catch (RuntimeException e) {
        // The database or Kafka is away: it is all there again when they are
        if (!said) {
          LOG.warn("erasures do not go on, and are tried again until they do", e);
        }
        said = true;
        pause = AFTER_FAILURE_SECONDS;
      }
      try {
        if (calls.tryAcquire(pause, TimeUnit.SECONDS)) {
          calls.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Every erasure as far as it goes: one that fails holds up no other.
   *
   * @throws RuntimeException the first failure, naming the erasure
   */
  private void goOn() {
    IllegalStateException failure = null;
    for (ErasureSteps.Waiting erasure : steps.waiting()) {
      try {
        while (!stopping && steps.step(erasure)) {
          LOG.debugf("erasure %s went a step", erasure.id());
        }
      } catch (RuntimeException e) {
        var failed = new IllegalStateException("erasure " + erasure.id() + " failed", e);
        if (failure == null) {
          failure = failed;
        } else {
          failure.addSuppressed(failed);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
