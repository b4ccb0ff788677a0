package dev.bellwether.trend.alerting.outbox;

import dev.bellwether.trend.alerting.storage.AlertingDatabase;
import dev.bellwether.trend.alerting.storage.Claimed;
import dev.bellwether.trend.alerting.storage.OutboxStore;
import dev.bellwether.trend.alerting.storage.Trimming;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Works the outbox off, in every instance: a few deliveries at a time, and few of one channel, so
 * that a receiver who is slow holds up no other.
 */
@ApplicationScoped
public class OutboxRunner {

  private static final Logger LOG = Logger.getLogger(OutboxRunner.class);

  private static final int AT_ONCE = 8;
  private static final int AT_ONCE_A_CHANNEL = 2;
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final Duration MEASURED_EVERY = Duration.ofSeconds(15);
  private static final Duration TRIMMED_EVERY = Duration.ofHours(1);

  private final AlertingDatabase database;
  private final OutboxStore outbox;
  private final DeliveryWork work;
  private final Trimming trimming;
  private final Duration lease;
  private final Duration poll;

  private final Semaphore calls = new Semaphore(0);
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final Map<String, Integer> busy = new ConcurrentHashMap<>();
  private volatile OutboxStore.Depth depth = new OutboxStore.Depth(0, Duration.ZERO);
  private volatile boolean stopping;
  private Thread thread;

  public OutboxRunner(
      AlertingDatabase database,
      OutboxStore outbox,
      DeliveryWork work,
      Trimming trimming,
      MeterRegistry metrics,
      @ConfigProperty(name = "bellwether.alerting.lease") Duration lease,
      @ConfigProperty(name = "bellwether.alerting.poll") Duration poll) {
    this.database = database;
    this.outbox = outbox;
    this.work = work;
    this.trimming = trimming;
    this.lease = lease;
    this.poll = poll;
    Gauge.builder("bellwether.alert.outbox", () -> depth.waiting())
        .description("Deliveries that are not settled, of all instances")
        .register(metrics);
    Gauge.builder("bellwether.alert.outbox.overdue.seconds", () -> depth.overdue().toSeconds())
        .description("For how long the oldest delivery has been due")
        .register(metrics);
  }

  void begin(@Observes StartupEvent event) {
    stopping = false;
    thread = Thread.ofPlatform().name("alert-outbox").daemon().start(this::run);
  }

  /** What is at work is finished; should it take too long, its lease ends and it is tried again. */
  void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
    stopping = true;
    look();
    thread.join(STOP_WITHIN.toMillis());
    if (!slots.tryAcquire(AT_ONCE, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.warn("a delivery is not done: it will be tried again");
      return;
    }
    slots.release(AT_ONCE);
  }

  /** There may be something due. */
  public void look() {
    calls.release();
  }

  private void run() {
    boolean said = false;
    long measured = Long.MIN_VALUE;
    long trimmed = System.nanoTime();
    while (!stopping) {
      Duration pause = poll;
      try {
        if (database.isReady()) {
          while (!stopping && dispatch()) {
            LOG.trace("a delivery was taken from the outbox");
          }
          if (isPast(measured, MEASURED_EVERY)) {
            depth = outbox.depth();
            measured = System.nanoTime();
          }
          if (isPast(trimmed, TRIMMED_EVERY)) {
            trimming.run();
            trimmed = System.nanoTime();
          }
        }
        said = false;
      } catch (RuntimeException e) {
        if (!said) {
          LOG.warn("the outbox is not worked off, and tried again until it is", e);
        }
        said = true;
        pause = AFTER_FAILURE;
      }
      await(pause);
    }
  }

  private static boolean isPast(long since, Duration span) {
    return since == Long.MIN_VALUE || System.nanoTime() - since > span.toNanos();
  }

  private void await(Duration pause) {
    try {
      if (calls.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        calls.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  /** False when nothing is due, or as much is at work as may be. */
  private boolean dispatch() {
    if (!slots.tryAcquire()) {
      return false;
    }
    Optional<Claimed> claimed = Optional.empty();
    try {
      claimed = outbox.claim(lease, busyChannels());
    } finally {
      if (claimed.isEmpty()) {
        slots.release();
      }
    }
    claimed.ifPresent(this::start);
    return claimed.isPresent();
  }

  private List<String> busyChannels() {
    return busy.entrySet().stream()
        .filter(channel -> channel.getValue() >= AT_ONCE_A_CHANNEL)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void start(Claimed claimed) {
    String channel = claimed.workspace() + "|" + claimed.channel();
    busy.merge(channel, 1, Integer::sum);
    Thread.ofVirtual()
        .name("alert-delivery")
        .start(
            () -> {
              try {
                work.deliver(claimed);
              } catch (RuntimeException e) {
                LOG.warnf(e, "delivery %s failed here: it is tried again", claimed.id());
              } finally {
                busy.computeIfPresent(channel, (any, count) -> count > 1 ? count - 1 : null);
                slots.release();
                look();
              }
            });
  }
}
