package dev.bellwether.trend.alerting.digest.making;

import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import dev.bellwether.trend.alerting.storage.DigestStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks for digests that are due, in every instance. */
@ApplicationScoped
public class DigestRunner {

  private static final Logger LOG = Logger.getLogger(DigestRunner.class);
  private static final int AT_A_TIME = 50;
  private static final Duration HOURS_COPIED_EVERY = Duration.ofMinutes(10);

  private final AlertingDatabase database;
  private final DigestStore digests;
  private final DigestRun run;
  private final HourKeeper hours;
  private final Clock clock;
  private final Duration poll;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread thread;
  private boolean said;
  private Instant copiedAt = Instant.EPOCH;

  public DigestRunner(
      AlertingDatabase database,
      DigestStore digests,
      DigestRun run,
      HourKeeper hours,
      Clock clock,
      @ConfigProperty(name = "bellwether.alerting.digest-poll") Duration poll) {
    this.database = database;
    this.digests = digests;
    this.run = run;
    this.hours = hours;
    this.clock = clock;
    this.poll = poll;
  }

  void begin(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("alert-digests").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(5));
  }

  private void run() {
    try {
      do {
        if (database.isReady()) {
          look();
        }
      } while (!stopping.await(poll.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One that cannot be made now holds up no other, and is tried again at the next look. */
  private void look() {
    boolean all = copyHours();
    try {
      for (DigestStore.Key key : digests.due(clock.instant(), AT_A_TIME)) {
        if (stopping.getCount() == 0) {
          return;
        }
        all &= make(key);
      }
      said &= !all;
    } catch (RuntimeException e) {
      tell(e);
    }
  }

  private boolean copyHours() {
    Instant now = clock.instant();
    if (copiedAt.plus(HOURS_COPIED_EVERY).isAfter(now)) {
      return true;
    }
    try {
      if (hours.copy(now)) {
        copiedAt = now;
      }
      return true;
    } catch (RuntimeException e) {
      tell(e);
      return false;
    }
  }

  private boolean make(DigestStore.Key key) {
    try {
      run.make(key, clock.instant());
      return true;
    } catch (RuntimeException e) {
      tell(e);
      return false;
    }
  }

  private void tell(RuntimeException e) {
    if (!said) {
      LOG.warn(
          "a digest, or what it is made of, cannot be made now; it is tried again until it can", e);
    }
    said = true;
  }
}
