package dev.bellwether.local.suite;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks after the room on the disk while the suite runs: warns early, and each time half of what
 * was left is gone; asks for a stop in order while there is still room to stop in. A broker or a
 * database that meets a full disk ends at once, and cannot start again before there is room.
 */
final class DiskWatch implements AutoCloseable {

  static final long RESERVE_MEGABYTES = 96;

  private static final long EARLY_MEGABYTES = 1_024;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final LongSupplier megabytesLeft;
  private final Consumer<String> warning;
  private final Consumer<String> full;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("disk-watch").factory());

  private long nextWarning = EARLY_MEGABYTES;
  private boolean toldFull;

  /**
   * @param full told once, on a thread of its own
   */
  DiskWatch(LongSupplier megabytesLeft, Consumer<String> warning, Consumer<String> full) {
    this.megabytesLeft = megabytesLeft;
    this.warning = warning;
    this.full = full;
  }

  /** What there is now has been told already. */
  void start() {
    nextWarning = Math.min(EARLY_MEGABYTES, megabytesLeft.getAsLong() / 2);
    var _ =
        clock.scheduleWithFixedDelay(
            this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  void look() {
    long left = megabytesLeft.getAsLong();
    if (left < RESERVE_MEGABYTES) {
      if (!toldFull) {
        toldFull = true;
        full.accept(
            "the disk has %d MB left: stopping all in order; free some room, then ./bellwether up goes on where it stopped"
                .formatted(left));
      }
    } else if (left < nextWarning) {
      warning.accept(
          "warning: the disk has only %d MB left; free some room, below %d MB the suite stops"
              .formatted(left, RESERVE_MEGABYTES));
      nextWarning = left / 2;
    } else if (left >= EARLY_MEGABYTES) {
      nextWarning = EARLY_MEGABYTES;
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
