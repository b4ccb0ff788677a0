package dev.bellwether.sentiment.messaging;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the same to each item of a list on all cores. */
@Singleton
class Cores {

  /** A piece of work for one core: fewer items are not worth handing over. */
  private static final int SMALLEST_PIECE = 16;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          cores, Thread.ofPlatform().daemon().name("scoring-", 0).factory());

  // After the batch at work is done: GracefulStop
  void stop(@Observes @Priority(3000) ShutdownEvent event) {
    threads.shutdownNow();
  }

  /**
   * Returns when all is done.
   *
   * @param work safe for many threads at once
   * @return in the order of {@code items}
   * @throws RuntimeException what {@code work} threw first
   */
  <T, R> List<R> map(List<T> items, Function<T, R> work) {
    int piece = Math.max(SMALLEST_PIECE, Math.ceilDiv(items.size(), 4 * cores));
    if (items.size() <= piece || cores == 1) {
      return items.stream().map(work).toList();
    }
    var pieces = new ArrayList<Callable<List<R>>>();
    for (int from = 0; from < items.size(); from += piece) {
      var some = items.subList(from, Math.min(items.size(), from + piece));
      pieces.add(() -> some.stream().map(work).toList());
    }
    try {
      var results = new ArrayList<R>(items.size());
      for (var done : threads.invokeAll(pieces)) {
        results.addAll(done.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    }
  }
}
