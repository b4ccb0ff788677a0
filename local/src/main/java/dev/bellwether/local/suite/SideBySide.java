package dev.bellwether.local.suite;

import dev.bellwether.local.backends.BackendException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several things at once. */
final class SideBySide {

  private SideBySide() {}

  @FunctionalInterface
  interface Step {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Runs the steps side by side; the first failure is thrown when all have ended.
   *
   * @throws SuiteException in place of whatever a step threw
   */
  static void run(List<Step> steps) {
    var results = new ArrayList<Future<?>>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var step : steps) {
        results.add(
            executor.submit(
                () -> {
                  step.run();
                  return null;
                }));
      }
    }
    for (var result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        throw known(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SuiteException("interrupted while the suite starts", e);
      }
    }
  }

  private static SuiteException known(Throwable cause) {
    return switch (cause) {
      case SuiteException known -> known;
      case BackendException known -> new SuiteException(known.getMessage(), known);
      default -> new SuiteException("the suite does not start: " + cause.getMessage(), cause);
    };
  }
}
