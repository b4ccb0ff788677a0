package dev.bellwether.local.supervision;

import dev.bellwether.embedded.Signal;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How a process is asked to end.
 *
 * @param signal what makes it end in order; without SIG
 * @param patience how long it may take before it is killed
 */
public record Ending(String signal, Duration patience) {

  /**
   * What a service needs at most: 10 s for requests in flight, then 8 s for the batch at work or 15
   * s for the close of Streams.
   */
  public static final Ending TERM = new Ending("TERM", Duration.ofSeconds(30));

  /** Asks all at once, waits for each, kills what is left. Returns when all are gone. */
  public void end(Collection<ProcessHandle> processes) {
    processes.forEach(p -> Signal.send(signal, p));
    long deadline = System.nanoTime() + patience.toNanos();
    for (var process : processes) {
      if (!gone(process, deadline - System.nanoTime())) {
        process.destroyForcibly();
        gone(process, Duration.ofSeconds(10).toNanos());
      }
    }
  }

  private static boolean gone(ProcessHandle process, long nanos) {
    try {
      process.onExit().get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
