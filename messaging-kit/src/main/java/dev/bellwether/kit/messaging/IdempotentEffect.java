package dev.bellwether.kit.messaging;

import dev.bellwether.kit.flow.EventFlow;
import dev.bellwether.kit.storage.StorageException;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Applies a batch of events before their offsets are committed. What may pass (the database is
 * away, Kafka is away) is tried again until it works, and the partition waits. What will not pass
 * is narrowed down by halves to the record that causes it; that one goes to the dead letters and
 * the rest is applied. The effect must bear being applied twice.
 */
@ApplicationScoped
public class IdempotentEffect {

  private static final Logger LOG = Logger.getLogger(IdempotentEffect.class);

  private static final long FIRST_WAIT_MILLIS = 100;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private final DeadLetters deadLetters;
  private final EventFlow flow;
  private final CountDownLatch stopping = new CountDownLatch(1);

  public IdempotentEffect(DeadLetters deadLetters, EventFlow flow) {
    this.deadLetters = deadLetters;
    this.flow = flow;
  }

  // Before GracefulStop waits for the batch at work: what is tried again and again ends here
  void stop(@Observes @Priority(0) ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Returns when every event is applied or among the dead letters.
   *
   * @param name what is being done, for the log
   * @throws IllegalStateException when the service stops before; the events will come again
   */
  public <T> void apply(String name, List<Event<T>> events, Consumer<List<Event<T>>> effect) {
    if (events.isEmpty()) {
      return;
    }
    String topic = events.getFirst().source().topic();
    try {
      persist(name, topic, () -> effect.accept(events));
    } catch (RuntimeException e) {
      if (!isOfTheRecords(e)) {
        throw e;
      }
      if (events.size() == 1) {
        persist("dead letter", topic, () -> deadLetters.send(events.getFirst().source(), e));
      } else {
        int half = events.size() / 2;
        apply(name, events.subList(0, half), effect);
        apply(name, events.subList(half, events.size()), effect);
      }
    }
  }

  /** Tries until it works, but for what trying again cannot help. */
  void persist(String name, String topic, Runnable attempt) {
    long wait = FIRST_WAIT_MILLIS;
    while (true) {
      try {
        attempt.run();
        if (wait > FIRST_WAIT_MILLIS) {
          LOG.infof("%s works again", name);
        }
        return;
      } catch (RuntimeException e) {
        if (isOfTheRecords(e)) {
          throw e;
        }
        flow.of(topic).failed(e);
        if (wait == FIRST_WAIT_MILLIS) {
          LOG.warnf(e, "%s failed and is tried again until it works", name);
        }
        pause(wait);
        wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS);
      }
    }
  }

  private void pause(long millis) {
    try {
      if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("the service is stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", e);
    }
  }

  /** Whether trying again could not help: the data is refused, or trips over our own code. */
  private static boolean isOfTheRecords(RuntimeException e) {
    return switch (e) {
      case StorageException storage -> storage.isAboutTheData();
      case NullPointerException _,
          IllegalArgumentException _,
          ArithmeticException _,
          ClassCastException _,
          DateTimeException _,
          NoSuchElementException _,
          IndexOutOfBoundsException _ ->
          true;
      default -> false;
    };
  }
}
