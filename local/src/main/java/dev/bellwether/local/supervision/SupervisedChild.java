package dev.bellwether.local.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One child, kept alive by a thread of its own until {@link #stop()}, or until it has died too
 * often in a row.
 */
public final class SupervisedChild {

  private final ChildSpec spec;
  private final Events events;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread keeper;

  private volatile Process process;
  private final AtomicInteger deaths = new AtomicInteger();

  private SupervisedChild(ChildSpec spec, Process first, Events events) {
    this.spec = spec;
    this.events = events;
    this.process = first;
    this.keeper = Thread.ofVirtual().name("keep-" + spec.name()).unstarted(this::keep);
  }

  /**
   * What a person or a state file wants to know. Called from the child's own thread, which ends
   * with an exception that comes out of a call.
   */
  public interface Events {
    void started(String name, ProcessHandle process);

    /**
     * @param pause until it is started again
     */
    void died(String name, String how, Duration pause);

    /** It is not started again. {@link #stop()} may be called only from another thread. */
    void gaveUp(String name, String how);
  }

  /**
   * Starts the child, and a thread that starts it again whenever it dies.
   *
   * @throws IOException when the first start fails; later failures count as deaths
   */
  public static SupervisedChild start(ChildSpec spec, Events events) throws IOException {
    var first = spec.start().run();
    events.started(spec.name(), first.toHandle());
    var child = new SupervisedChild(spec, first, events);
    child.keeper.start();
    return child;
  }

  public String name() {
    return spec.name();
  }

  /** The present process; empty while the child is between two lives. */
  public Optional<ProcessHandle> process() {
    return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
  }

  /** How often it died since the start. */
  public int deaths() {
    return deaths.get();
  }

  /** Ends the child and its thread. Returns when both are gone. */
  public void stop() {
    stopping.countDown();
    process().ifPresent(p -> spec.ending().end(List.of(p)));
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep() {
    var backoff = Backoff.NONE;
    long began = System.nanoTime();
    try {
      var how = waitForEnd();
      while (!isStopping()) {
        deaths.incrementAndGet();
        backoff = backoff.after(Duration.ofNanos(System.nanoTime() - began));
        if (backoff.isHopeless()) {
          events.gaveUp(spec.name(), how);
          return;
        }
        events.died(spec.name(), how, backoff.pause());
        if (stopping.await(backoff.pause().toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        began = System.nanoTime();
        how = liveAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts it and waits for its end; a start that fails is a death like any other. */
  private String liveAgain() throws InterruptedException {
    try {
      process = spec.start().run();
    } catch (IOException | RuntimeException e) {
      process = null;
      return "could not be started (" + e.getMessage() + ")";
    }
    events.started(spec.name(), process.toHandle());
    if (isStopping()) {
      spec.ending().end(List.of(process.toHandle()));
    }
    return waitForEnd();
  }

  private String waitForEnd() throws InterruptedException {
    int exit = process.waitFor();
    return exit > 128 ? "was killed by signal " + (exit - 128) : "ended with code " + exit;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }
}
