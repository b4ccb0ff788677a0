package dev.bellwether.sentiment.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Tries again until it works or the service stops. A broker or database that is away must hold a partition up, for skipping
 * a record would lose a mention; it must not kill the service, for that would not bring the database back.
 */
@Singleton
class Persistence {

  private static final Logger LOG = Logger.getLogger(Persistence.class);
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final CountDownLatch stopping = new CountDownLatch(1);

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * @param what for the log
   * @param hopeless failures that no waiting mends; they are thrown at once
   * @throws IllegalStateException when the service stops meanwhile: the records stay uncommitted, the next start reads them
   */
  void untilDone(String what, Runnable work, Predicate<RuntimeException> hopeless) {
    var wait = FIRST_WAIT;
    while (true) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (hopeless.test(e)) {
          throw e;
        }
        LOG.warnf("%s failed, trying again in %d ms: %s", what, wait.toMillis(), e.getMessage());
        pause(what, wait);
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  private void pause(String what, Duration wait) {
    try {
      if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("stopping before " + what + " succeeded");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before " + what + " succeeded", e);
    }
  }
}
