package dev.bellwether.sentiment.phrases;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Where callers wait for phrases. Few texts are read at once, by threads of the desk's own and of
 * the lowest priority; whoever waits too long is told so.
 *
 * <p>CoreNLP cannot be interrupted inside a sentence. A reading that nobody waits for any more is
 * given up between two sentences, and keeps its place until then: places count what really works,
 * not who waits.
 */
public final class PhraseDesk implements AutoCloseable {

  /** What a caller is told. */
  public sealed interface Answer {

    /** The text was read. */
    record Trees(PhraseTrees trees) implements Answer {}

    /** Every place was taken for as long as a caller waits. */
    record Busy() implements Answer {}

    /** The text, or the loading of the models before it, took too long. */
    record TooSlow(boolean loading) implements Answer {}

    /** There are no models to read it with; the words are for whoever operates the service. */
    record NoModels(String reason) implements Answer {}
  }

  /**
   * How long and how many.
   *
   * @param places texts read at the same time, 1 or more
   * @param patience how long a caller waits for a place
   * @param timeout for the reading after that
   */
  public record Limits(int places, Duration patience, Duration timeout) {

    public Limits {
      if (places < 1) {
        throw new IllegalArgumentException("places must be 1 or more, not " + places);
      }
    }
  }

  private final Callable<PhraseReader> models;
  private final Limits limits;
  private final Semaphore places;
  private final ExecutorService threads;
  private final AtomicReference<PhraseReader> loaded = new AtomicReference<>();

  /**
   * @param models loads the reader; called at the first text, and again where that failed. Throws
   *     {@link UnusableModelsException} where it cannot
   */
  public PhraseDesk(Callable<PhraseReader> models, Limits limits) {
    this.models = models;
    this.limits = limits;
    this.places = new Semaphore(limits.places(), true);
    this.threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform()
                .name("phrases-", 1)
                .daemon()
                .priority(Thread.MIN_PRIORITY)
                .factory());
  }

  /**
   * Reads a text, when it is its turn.
   *
   * @throws InterruptedException when the caller's thread is interrupted while it waits
   */
  public Answer read(String text) throws InterruptedException {
    if (!places.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS)) {
      return loaded.get() == null ? new Answer.TooSlow(true) : new Answer.Busy();
    }
    var reading = new FutureTask<>(() -> reader().read(text));
    submit(reading);
    try {
      return new Answer.Trees(reading.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return new Answer.TooSlow(loaded.get() == null);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnusableModelsException unusable) {
        return new Answer.NoModels(unusable.getMessage());
      }
      throw new IllegalStateException("phrases could not be read", e.getCause());
    } finally {
      // the models go on loading for the next caller
      reading.cancel(loaded.get() != null);
    }
  }

  /**
   * Loads the models now rather than at the first text; returns at once.
   *
   * @param failed told the reason when they cannot be used
   */
  public void loadAhead(Consumer<String> failed) {
    threads.execute(
        () -> {
          try {
            reader();
          } catch (UnusableModelsException e) {
            failed.accept(e.getMessage());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void submit(FutureTask<PhraseTrees> reading) {
    Runnable work =
        () -> {
          try {
            reading.run();
          } finally {
            // only now: until here it has used a core and memory, whoever still waited
            places.release();
          }
        };
    try {
      threads.execute(work);
    } catch (RuntimeException | Error e) {
      places.release();
      throw e;
    }
  }

  /** One thread loads; the others wait for it. */
  private synchronized PhraseReader reader() throws InterruptedException {
    if (loaded.get() == null) {
      loaded.set(load());
    }
    return loaded.get();
  }

  private PhraseReader load() throws InterruptedException {
    try {
      return models.call();
    } catch (InterruptedException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the phrase models could not be loaded", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
