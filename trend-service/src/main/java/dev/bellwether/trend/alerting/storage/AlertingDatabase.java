package dev.bellwether.trend.alerting.storage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date in the background, and again until it works: a database that is away
 * must not keep the topology from starting, which needs none.
 */
@ApplicationScoped
public class AlertingDatabase {

  private static final Logger LOG = Logger.getLogger(AlertingDatabase.class);
  private static final long PAUSE_SECONDS = 2;

  private final Flyway flyway;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean ready;

  public AlertingDatabase(Flyway flyway) {
    this.flyway = flyway;
  }

  void begin(@Observes StartupEvent event) {
    Thread.ofPlatform().name("alerting-schema").daemon().start(this::migrate);
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  public boolean isReady() {
    return ready;
  }

  /**
   * @throws DatabaseAwayException while the schema is not there, which trying again cures
   */
  public void require() {
    if (!ready) {
      throw new DatabaseAwayException();
    }
  }

  private void migrate() {
    boolean said = false;
    try {
      do {
        try {
          flyway.migrate();
          ready = true;
          return;
        } catch (RuntimeException e) {
          if (!said) {
            LOG.warn("alerting waits for its database; trends are found meanwhile", e);
          }
          said = true;
        }
      } while (!stopping.await(PAUSE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
